// construct: a patch that is a coroutine itself, with `out`
// lowered to: an awaited call of its twin
internal class Old
{
    public int Ask(string question) => Get("ask", question.Length);

    public bool TryAsk(string question, out int answer)
    {
        answer = Get("try", question.Length);
        return true;
    }
}

internal static partial class OldPatches
{
    [Coroutine, Patch(typeof(Old), nameof(Old.Ask))]
    public static int Ask(Old old, string question) => Get("ask", question.Length);

    [Coroutine, Patch(typeof(Old), nameof(Old.TryAsk))]
    public static bool TryAsk(Old old, string question, out int answer)
    {
        answer = Get("try", question.Length);
        return true;
    }
}

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Old old = new();
        Log(old.Ask(Get("why")));
        Log(old.TryAsk("when", out int answer) ? answer : 0);
    }
}
