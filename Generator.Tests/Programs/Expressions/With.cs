// construct: `x with { P = f() }`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Point p = new(Get(1), 2);
        Point q = p with { Y = Get(5), X = p.X + Get(6) };
        Cell c = new Cell { N = 1 } with { N = Get(7) };
        var a = new { A = Get(1), B = 2 } with { B = Get(3) };
        return $"{q} {c.N} {a} {Make() with { X = Get(9) }}";
    }

    [Coroutine]
    private static Point Make() => Get("make", new Point(0, 0));
}

public sealed record Point(int X, int Y);

public struct Cell { public int N; }
