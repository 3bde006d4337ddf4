// construct: C# 14 extension members
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 5;
        return n.Doubled() + n.Half + Number.Make(Get(3)) + Get(4).Doubled();
    }
}

public static class Number
{
    extension(int number)
    {
        public int Doubled() => Get("doubled", number * 2);
        public Coroutine<int> DoubledAsync() => GetAsync("doubled", number * 2);
        public int Half => number / 2;
    }

    extension(int)
    {
        public static int Same(int n) => n;
    }

    public static int Make(int n) => n;
}
