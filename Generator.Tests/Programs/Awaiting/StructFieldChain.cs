// construct: a change through a chain of structs: `c.Point.Move(g())`, `xs[0].X += g()`
// lowered to: awaits in place
internal static partial class Program
{
    private struct Point
    {
        public int X;

        public int Move(int n) => X += n;
    }

    private sealed class Holder
    {
        public Point Point;
    }

    [Coroutine]
    private static string Main()
    {
        Holder holder = new();
        Point[] points = new Point[2];
        int a = holder.Point.Move(Get(2));
        int b = points[Get(1)].Move(Get(3));
        holder.Point.X += Get(10);
        points[1].X -= Get(1);
        points[0].X = Get(4);
        return $"{a} {b} {holder.Point.X} {points[0].X} {points[1].X}";
    }
}
