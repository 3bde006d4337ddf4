// construct: `with`, object and collection initializers whose parts change what stood before
// lowered to: awaits in place
internal static partial class Program
{
    private record struct P(int X, int Y);

    private static P s_p;

    [Coroutine]
    private static int Change(int n)
    {
        Pause("change");
        s_p = new P(n, n);
        return n;
    }

    [Coroutine]
    private static string Main()
    {
        s_p = new P(1, 1);
        P a = s_p with { X = Change(5) };
        P b = new() { X = s_p.X, Y = Change(6) };
        P[] c = [s_p, new P(Change(7), s_p.Y)];
        s_p = s_p with { Y = Get(8) };
        return $"{a} {b} {c[0]} {c[1]} {s_p}";
    }
}
