// construct: nullable annotations and attributes on by-reference parameters: `[NotNullWhen]`, `[MaybeNull]`, `[NotNull]`
// lowered to: `Ref<string?>`, without the attributes, which speak of a variable
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        string? text = null;
        Ensure(ref text);
        int length = text.Length;
        if (TryFind(3, out string? found)) length += found.Length;
        return length + Known(found);
    }

    [Coroutine]
    private static bool TryFind(int n, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? found)
    {
        found = n > 2 ? "found" + Get(n) : null;
        return found is not null;
    }

    [Coroutine]
    private static void Ensure([System.Diagnostics.CodeAnalysis.NotNull] ref string? text)
    {
        Pause("ensure");
        text ??= "default";
    }

    [Coroutine]
    private static int Known([System.Diagnostics.CodeAnalysis.NotNullIfNotNull("x")] string? x) => Get(x?.Length ?? 0);
}
