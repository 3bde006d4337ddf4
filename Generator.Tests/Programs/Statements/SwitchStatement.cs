// construct: `switch` with patterns and guards, blocking in each
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        foreach (object item in new object[] { 1, "two", 3.0 })
        {
            switch (Get(item))
            {
                case int n when Get("guard", n) > 1: Pause("never"); break;
                case int: Pause("int"); break;
                case string { Length: var length }: Pause("string " + length); break;
                default: Log("other"); break;
            }
        }
    }
}
