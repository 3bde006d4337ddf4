// construct: `[CallerMemberName]`, `[CallerLineNumber]`, `[CallerArgumentExpression]`
// lowered to: the original's values are passed
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int x = Get(3);
        Bump(ref x);
        string log = Where() + Trace("a") + Check(x > 2) + Check(Get(x) > 2) + new Named().Name + new Named { Number = 1 }.Name;
        Func<string> lambda = () => Where();
        return log + lambda() + Local() + Inner(x);

        string Local() => Where();
    }

    [Coroutine]
    private static void Bump(ref int n) { Pause("bump"); n++; }

    [Coroutine]
    private static string Trace(string text, [System.Runtime.CompilerServices.CallerMemberName] string member = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0)
    {
        Pause("trace");
        return text + member + line + ";";
    }

    private static string Where([System.Runtime.CompilerServices.CallerMemberName] string member = "", [System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) =>
        member + file + line + ";";

    private static string Check(bool condition, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(condition))] string text = "") => condition + text + ";";

    [Coroutine]
    private static string Inner(int n, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string text = "", [System.Runtime.CompilerServices.CallerMemberName] string? member = null) =>
        Get(n) + text + member + Where();

    private sealed class Named([System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        public int Number;

        public string Name => name + Number;
    }
}
