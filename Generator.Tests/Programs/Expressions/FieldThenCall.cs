// construct: `field + f()`, where `f` changes the field
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        s_field = 1;
        int sum = s_field + Change() + s_field;
        string text = s_field + ":" + Change() + ":" + s_field;
        return sum + text;
    }

    private static int s_field;

    [Coroutine]
    private static int Change()
    {
        Pause("change");
        return s_field *= 10;
    }
}
