// construct: `a?[i].f()`, `a?[f()]`
// lowered to: `(a is { } c ? await c[i].fAsync() : …)`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Source[]? some = [new("zero"), new("one")];
        Source[]? none = null;
        Log(some?[1].Read());
        Log(none?[Get(1)].Read());
        Dictionary<string, Source>? map = new() { ["k"] = new("value") };
        map?["k"]?.Write(some?[Get(0)].Name);
    }
}
