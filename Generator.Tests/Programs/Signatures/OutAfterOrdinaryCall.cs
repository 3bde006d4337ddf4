// construct: a variable that an ordinary call declares and a coroutine is given by reference
// lowered to: `out Ref.New<int>(out var n).Target`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        if (!int.TryParse("41", out var n) || !int.TryParse("7", out int m)) return -1;
        Bump(ref n);
        Bump(ref m);
        return n + m;
    }

    [Coroutine]
    private static void Bump(ref int n)
    {
        Pause("bump");
        n++;
    }
}
