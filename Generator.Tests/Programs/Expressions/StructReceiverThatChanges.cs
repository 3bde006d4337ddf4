// construct: `s.F(f())`, where `f` changes `s`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        s_counter = new Counter { Count = 1 };
        s_counter.Add(Change());
        int sum = s_counter.Plus(Change());
        return s_counter.Count + ":" + sum;
    }

    private static Counter s_counter;

    [Coroutine]
    private static int Change()
    {
        Pause("change");
        s_counter.Count *= 10;
        return 1;
    }
}

public struct Counter { public int Count; public void Add(int n) => Count += n; public readonly int Plus(int n) => Count + n; }
