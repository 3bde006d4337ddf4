// construct: `switch` with patterns, guards that block, `goto case`, fall-through labels
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string r = "";
        foreach (object o in new object[] { 1, 2, "a", "bb", 3.5, 7 })
        {
            switch (Get<object>("o", o))
            {
                case 1: r += "one"; goto case 2;
                case 2: r += Get("two"); break;
                case string { Length: 1 } s when Get(s) == "a": r += "short"; goto default;
                case string s: r += s; break;
                case double or float: r += "real"; break;
                case int n when n > 5 && Get(true): r += n; break;
                default: r += Get("!"); break;
            }
        }
        return r;
    }
}
