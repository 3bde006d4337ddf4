// construct: `x switch { … when f() => g() }`, blocking as input, in guards and in arms
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string text = "";
        for (int i = 0; i < 4; i++)
        {
            text += Get(i) switch
            {
                0 => Get("zero"),
                1 when Get("guard", false) => "never",
                1 or 2 when Get("second", i == 2) => Get("two"),
                var n => Get("n" + n),
            };
        }

        return text;
    }
}
