// construct: `x += f()` and `x++` on locals
// lowered to: an `await` in place; the old value is read before
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int x = 1;
        x += Get(2) + x++;
        x *= Get(x) - --x;
        string text = "a";
        text += Get("b") + (text = "z");
        Log(text);
        return x;
    }
}
