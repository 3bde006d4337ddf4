// construct: verbatim, raw and interpolated strings that hold what looks like code, over several lines
// lowered to: themselves
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string verbatim = @"Get(1);
            #if X
        ""quoted"" { }";
        string raw = """
            Get(2); // not a call
              #endif
            { "json": [1, 2] }
            """;
        string interpolated = $$"""
            {{Get("a")}} and {
            Get("b")
            } is not
            {{Get($"{Get("c")}")}}
            """;
        string both = $@"{Get("d")}
            {{Get(1)}} \n";
        return verbatim + raw + interpolated + both + '\'' + "\"Get(3)\"" + "\u0041"u8.Length;
    }
}
