// construct: chains whose value is an enum, a tuple, a generic struct
// lowered to: `default(T?)` names the type
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Maker? some = new();
        Maker? none = null;
        return $"{some?.Day()} {none?.Day()} {some?.Pair()} {none?.Pair()} {some?.Entry()} {none?.Entry().Key}";
    }
}

public partial class Maker
{
    [Coroutine]
    public DayOfWeek Day() => Get(DayOfWeek.Friday);

    [Coroutine]
    public (int Number, string Text) Pair() => Get("pair", (1, "x"));

    [Coroutine]
    public KeyValuePair<string, int> Entry() => Get("entry", new KeyValuePair<string, int>("k", 1));
}
