// construct: `switch` on strings, enums, types, with `goto case` and nested loops
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = "";
        foreach (string word in new[] { "a", "b", "c", "d" })
        {
            switch (Get(word))
            {
                case "a":
                    text += Get(1);
                    continue;
                case "b" when Get(text) == "1":
                    text += Get(2);
                    goto case "c";
                case "c":
                    text += Get(3);
                    break;
                default:
                    for (int i = 0; i < 3; i++)
                    {
                        if (Get(i) == 1) break;
                    }

                    switch ((DayOfWeek)Get(1))
                    {
                        case DayOfWeek.Monday: text += "monday"; break;
                        case DayOfWeek.Sunday or DayOfWeek.Saturday: text += "never"; break;
                    }

                    break;
            }
        }

        return text;
    }
}
