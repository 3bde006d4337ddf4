// construct: a by-reference variable when the call throws, in `catch` and `finally`
// lowered to: `Ref<string>` locals, which have what was written before the exception
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string state = "start", other = "";
        try
        {
            Change(ref state, out other, 3);
        }
        catch (InvalidOperationException e)
        {
            other += e.Message + state;
            Change(ref state, out string inner, 1);
            other += inner;
        }
        finally
        {
            Change(ref other, out _, 0);
        }

        return state + other;
    }

    [Coroutine]
    private static void Change(ref string state, out string log, int n)
    {
        log = "log" + n;
        state += n;
        Pause("change");
        if (n == 3) throw new InvalidOperationException("three");
        state += "!";
    }
}
