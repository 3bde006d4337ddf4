// construct: `$"{f(),5:x2}"`, and verbatim and raw ones
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Log($"a {Get(10),5:x2} b {Get("c")}");
        Log($@"{Get("d")}\n""{Get(1)}""");
        return $$"""{not} {{Get("raw")}} {{{Get(2)}}}""";
    }
}
