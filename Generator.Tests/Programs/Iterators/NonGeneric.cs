// construct: an iterator of `IEnumerable`
// lowered to: `CoEnumerable<object?>`
using System.Collections;

internal static partial class Program
{
    [Coroutine]
    private static IEnumerable Values()
    {
        yield return Get("a");
        yield return Get(2);
        yield return null;
    }

    [Coroutine]
    private static void Main()
    {
        foreach (object? value in Values()) Log(value);
        foreach (var value in Values())
        {
            if (value is string text) Log(text + "!");
        }

        try
        {
            foreach (string text in Values()) Log(text);
        }
        catch (InvalidCastException)
        {
            Log("cast");
        }
    }
}
