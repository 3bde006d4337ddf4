// construct: `a[f()..g()]`, `^f()`, `s[f()..]`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] a = [0, 1, 2, 3, 4, 5];
        string s = "abcdef";
        Range r = Get(1)..^Get(2);
        Index last = ^Get(1);
        return string.Join(",", a[Get(1)..Get(4)]) + s[Get(2)..] + s[..^Get(1)] + string.Join(",", a[r]) + a[last] + a[^Get(2)];
    }
}
