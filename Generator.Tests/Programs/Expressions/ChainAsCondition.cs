// construct: chains of bool: `a?.f() == true`, `?? false`, `?? true`, `is true`, `is not true`, `== false`
// lowered to: `(a is { } c && await c.fAsync())` where null counts as false
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Door? some = new(true);
        Door? none = null;
        if (some?.IsOpen() == true) Log(1);
        if (none?.IsOpen() == true) Log(2);
        if (some?.IsOpen() ?? false) Log(3);
        if (none?.IsOpen() ?? false) Log(4);
        if (none?.IsOpen() ?? true) Log(5);
        if (none?.IsOpen() is true) Log(6);
        if (none?.IsOpen() is not true) Log(7);
        if (none?.IsOpen() != true && some?.IsOpen() != false) Log(8);
        if (none?.IsOpen() == false) Log(9);
        while (some?.IsOpen() == true) { Log(10); some = null; }
    }
}

public partial class Door(bool isOpen)
{
    [Coroutine]
    public bool IsOpen() => Get(isOpen);
}
