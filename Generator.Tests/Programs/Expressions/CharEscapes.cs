// construct: strings and comments that hold code
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Pause("one");
        Pause("two");
        // Get(1)
        string s = "Get(1)" + @"Get(""2"")" + """Get("3")""" /* Get(4) */ + $"{{Get(5)}}" + Get(6);
        return s;
    }
}
