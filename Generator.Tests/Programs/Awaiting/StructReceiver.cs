// construct: a method of a struct in a variable, whose argument changes that variable: `p.M(p = g())`
// lowered to: awaits in place
internal static partial class Program
{
    private struct Point(int x)
    {
        public int X = x;

        public readonly int Plus(int n)
        {
            Log($"{X} plus {n}");
            return X + n;
        }

        public int Move(int n)
        {
            X += n;
            return X;
        }
    }

    private static Point s_point;

    [Coroutine]
    private static int Change(int x)
    {
        Pause("change");
        s_point.X = x;
        return x;
    }

    [Coroutine]
    private static int Main()
    {
        s_point = new Point(1);
        Point local = new(1);
        int a = s_point.Plus(Change(5));
        int b = local.Plus((local = new Point(Get(7))).X);
        int c = s_point.Move(Get(3)) + local.Move(Get(4));
        Log($"{s_point.X} {local.X}");
        return a * 10_000 + b * 100 + c;
    }
}
