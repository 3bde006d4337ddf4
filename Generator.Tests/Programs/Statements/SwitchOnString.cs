// construct: `switch` on strings and enums, `return` out of sections
// lowered to: awaits in place
// note: the last call throws
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        return Of("a") + Of("b") + Of("zz") + Day(DayOfWeek.Monday) + Day(DayOfWeek.Sunday);
    }

    [Coroutine]
    private static string Of(string s)
    {
        switch (Get(s))
        {
            case "a":
            case "b" when Get(false):
                return Get("A");
            case "b":
            {
                string t = Get("B");
                return t;
            }
        }

        return "?";
    }

    [Coroutine]
    private static string Day(DayOfWeek day)
    {
        switch (day)
        {
            case DayOfWeek.Monday: return Get("Mo");
            default: throw new NotSupportedException(Get("day"));
        }
    }
}
