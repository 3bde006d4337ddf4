// construct: a tagged local function of top-level statements
// lowered to: a twin in `partial class Program`, which intercepted calls lead to
List<string> seen = [];
Program.Seen = seen;
Co.JoinAll(Co.Spawn(Work, "A"), Co.Spawn(Work, "B"));
Co.Run(Program.Main);

[Coroutine]
static void Work(string name)
{
    for (int i = 0; i < 2; i++)
    {
        Program.Seen.Add(name + i);
        Rest(10);
    }
}

[Coroutine]
static void Rest(int milliseconds) => Thread.Sleep(milliseconds);

internal static partial class Program
{
    internal static List<string> Seen = [];

    [Coroutine]
    internal static int Main()
    {
        Pause("a");
        return Step("b");
    }
}
