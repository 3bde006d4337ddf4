// construct: `string.Create(provider, $"{f()}")`
// diagnostic: CG1015
// instead: take the value first: `int n = f(); string.Create(provider, $"{n}")`
// stays blocking: the call in the hole
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{/*!CG1015*/Get(5)}") + Get(1);
    }
}
