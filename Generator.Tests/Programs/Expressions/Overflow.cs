// construct: `checked` arithmetic that overflows after, and before, a blocking operand
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = "";
        int max = int.MaxValue;
        try
        {
            text += checked(Get(max) + Get(1));
        }
        catch (OverflowException)
        {
            text += "first ";
        }

        try
        {
            checked
            {
                text += (max + 1) * Get(2);
            }
        }
        catch (OverflowException)
        {
            text += "second ";
        }

        int zero = 0;
        try
        {
            text += Get(1) / zero + Get(3);
        }
        catch (DivideByZeroException)
        {
            text += "third";
        }

        return text;
    }
}
