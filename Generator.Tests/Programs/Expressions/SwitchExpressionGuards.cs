// construct: `switch` expressions whose guards, arms and input block
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string r = "";
        for (int i = 0; i < 4; i++)
        {
            r += Get(i) switch
            {
                0 when Get(false) => "never",
                0 => Get("zero"),
                1 or 2 when Get(i) == 2 => "two",
                1 => Get("one") + Get("!"),
                _ when Get(true) => "more",
                _ => "never",
            };
        }
        return r;
    }
}
