// construct: alignment, formats, verbatim and raw interpolations, `FormattableString`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        double d = 1.5;
        FormattableString f = $"{Get(1)} {d:F2} {Get("x"),3}";
        string raw = $"""<{Get(2)} "{Get("q")}">""";
        string raws = $$"""{{{Get(3)}}}""";
        string verbatim = $@"{Get(4)}\{{{Get(5),-3}}}";
        string nested = $"{$"{Get(6)}"}{(Get(true) ? $"{Get(7):D2}" : "")}";
        return f.Format + f.ArgumentCount + raw + raws + verbatim + nested;
    }
}
