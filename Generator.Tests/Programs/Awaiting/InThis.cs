// construct: an extension method by `in` or `ref` on a struct: `p.F(g())`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Extended point = new() { X = 1 };
        int a = point.ByRef(Get(2));
        int b = point.ByIn((point.X = Get(9)) + 1);
        return $"{a} {b} {point.X}";
    }
}

internal struct Extended
{
    public int X;
}

internal static class ExtendedExtensions
{
    public static int ByRef(ref this Extended point, int n) => point.X += n;

    public static int ByIn(in this Extended point, int n)
    {
        Log($"{point.X} {n}");
        return point.X + n;
    }
}
