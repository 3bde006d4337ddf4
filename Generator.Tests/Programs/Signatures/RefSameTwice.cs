// construct: the same variable by `ref` twice: both sides see each change
// lowered to: the same `Ref<int>`, twice
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int n = Get(1);
        return Both(ref n, ref n) + n;
    }

    [Coroutine]
    private static string Both(ref int a, ref int b)
    {
        a += 1;
        string log = a + "," + b;
        Pause("both");
        b *= 10;
        return log + ";" + a + "," + b + ";";
    }
}
