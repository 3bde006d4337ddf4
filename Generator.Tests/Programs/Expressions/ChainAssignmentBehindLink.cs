// construct: `a?.f().P = g()`
// lowered to: `if (a is { } c) (await c.fAsync()).P = …`
internal static partial class Program
{
    [Coroutine]
    private static int? Main()
    {
        Box? some = new();
        Box? none = null;
        some?.Me().Value = Get(5);
        none?.Me().Value = Get(6);
        some?.Me().Value += Get(7);
        int? x = some?.Me().Value = Get(1);
        return x + some?.Value;
    }
}

public partial class Box
{
    public int Value { get; set; }

    [Coroutine]
    public Box Me() => Get("me", this);
}
