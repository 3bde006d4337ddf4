// construct: a `!` on what is passed by reference: `F(ref x!)`
// lowered to: the `!` follows the object that refers to the variable
internal static partial class Program
{
    private static string? s_shared;

    private sealed class Box
    {
        public string? Text;

        public Pair Both;
    }

    private struct Pair
    {
        public string? Left;
    }

    [Coroutine]
    private static string Main()
    {
        s_shared = null;
        return Use(null);
    }

    [Coroutine]
    private static string Use(string? parameter)
    {
        string? local = null;
        string?[] cells = [null, "cell"];
        Box box = new();
        Fill(ref local!);
        Fill(ref parameter!);
        Fill(ref s_shared!);
        Fill(ref cells[Get(0)]!);
        Fill(ref box.Text!);
        Fill(ref box.Both.Left!);
        Make(out string? made);
        Make(out local!);
        return $"{local.Length} {parameter} {s_shared} {cells[0]} {box.Text} {box.Both.Left} {made}";
    }

    [Coroutine]
    private static void Fill(ref string text)
    {
        Pause("fill");
        text = text is null ? "filled" : text + "!";
    }

    [Coroutine]
    private static void Make(out string text) => text = "made" + Get(1);
}
