// construct: `$"{a}{f()}"`, with values whose `ToString` has side effects
// lowered to: a hole that is shown before a later one is awaited becomes text at once: `{$"{a}"}`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Loud loud = new();
        string s = $"{loud}{Get(1)}{loud,5}{Get("x"):G}{loud:N}";
        System.Text.StringBuilder text = new("before");
        return s + $"{text} {Change(text)} {text}";
    }

    [Coroutine]
    private static int Change(System.Text.StringBuilder text)
    {
        text.Append(Get("!"));
        return text.Length;
    }
}

public sealed class Loud { private int _n; public override string ToString() { Log("text"); return "L" + _n++; } }
