// construct: assignment to an element of an array: `xs[i] = g()`, where the array is null or the index is out of range
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] xs = [1, 2];
        int[]? none = null;
        string text = "";
        int i = 0;
        xs[i++] = Get(i);
        xs[i] += Get(++i);
        try
        {
            none![0] = Get(1);
        }
        catch (NullReferenceException)
        {
            text += "null ";
        }

        try
        {
            xs[5] = Get(2);
        }
        catch (IndexOutOfRangeException)
        {
            text += "range ";
        }

        try
        {
            xs[6] += Get(3);
        }
        catch (IndexOutOfRangeException)
        {
            text += "range ";
        }

        try
        {
            none![0] += Get(4);
        }
        catch (NullReferenceException)
        {
            text += "null ";
        }

        return text + xs[0] + xs[1];
    }
}
