// construct: exceptions that a callee throws before it blocks, and when its twin throws them
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Check(string? argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return Get(argument.Length);
    }

    [Coroutine]
    private static string Main()
    {
        string text = "";
        try
        {
            Check(null);
        }
        catch (ArgumentNullException e)
        {
            text += e.ParamName;
        }

        try
        {
            Task.Delay(1).Wait(-5);
        }
        catch (ArgumentOutOfRangeException e)
        {
            text += e.ParamName;
        }

        Pause("end");
        return text;
    }
}
