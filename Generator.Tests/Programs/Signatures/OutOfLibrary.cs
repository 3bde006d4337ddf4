// construct: a coroutine of another assembly with `out` and `ref` parameters
// lowered to: the twins of the other assembly, which take `Ref<T>`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int n = 2;
        string log = Library.TryRead(1, out var line) ? line : "";
        Library.Bump(ref n);
        Library.Same(out n, in n);
        return log + n + Library.Read<string>("t", out _);
    }
}
//=== library
public static partial class Library
{
    [Coroutine]
    public static bool TryRead(int n, out string line)
    {
        Pause("read");
        line = "line" + n;
        return true;
    }

    [Coroutine]
    public static void Bump(ref int n)
    {
        Pause("bump");
        n *= 3;
    }

    [Coroutine]
    public static void Same(out int n, in int m)
    {
        Pause("same");
        n = m + 1;
    }

    [Coroutine]
    public static T Read<T>(T value, out T same)
    {
        same = Get(value);
        return same;
    }
}
