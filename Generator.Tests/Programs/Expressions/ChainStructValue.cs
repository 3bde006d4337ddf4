// construct: `a?.f()` for a struct
// lowered to: `(a is { } c ? await c.fAsync() : default(int?))`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source? some = new("some");
        Source? none = null;
        int? number = some?.Read();
        int? nothing = none?.Read();
        return $"{number} {nothing.HasValue} {some?.Read() + 10} {none?.Read() ?? Get(7)}";
    }
}
