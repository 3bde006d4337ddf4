// construct: `a[i].F = f()`, where `a` is an array of structs
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Inner[] a = new Inner[2];
        int i = 0;
        a[i++].X = Get(1);
        a[i].X += Get(2);
        a[Get(1)].X *= Get(3);
        a[0].Y = a[1].X++ + Get(4);
        return $"{a[0].X} {a[0].Y} {a[1].X}";
    }
}

public struct Inner { public int X; public int Y; }
