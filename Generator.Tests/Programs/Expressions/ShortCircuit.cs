// construct: `&&`, `||`, `??`, `is … and …` that do not evaluate their right side
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        bool a = Get("1", false) && Get("2", true) || Get("3", true) && !Get("4", false);
        bool? b = Get<bool?>("5", null) & Get<bool?>("6", false);
        string s = Get<string?>("7", null) ?? Get<string?>("8", null) ?? Get("9");
        return $"{a} {b} {s}";
    }
}
