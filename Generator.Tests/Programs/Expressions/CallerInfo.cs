// construct: `[CallerMemberName]` and its kin beside a blocking argument
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        return Where(Get(1)) + Text(Get(2) + 1);
    }

    private static string Where(int n, [System.Runtime.CompilerServices.CallerMemberName] string member = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => $"{n} {(member.StartsWith("Main") ? "Main" : member)} {line > 0};";

    private static string Text(int n) => n + ";";
}
