// construct: `f(in x, g())`, where `g` changes `x`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        s_value = 1;
        int a = Take(in s_value, Change());
        int b = Take(s_value, Change());
        int local = 5;
        int c = Take(in local, Get(local = 6));
        return $"{a} {b} {c}";
    }

    private static int s_value;

    private static int Take(in int value, int other) => value + other;

    [Coroutine]
    private static int Change()
    {
        Pause("change");
        s_value *= 10;
        return 1000;
    }
}
