// construct: `o.P += f()`, `o.P++`, with a property that has side effects
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Cell c = new();
        c.Value = Get(1);
        c.Value += Get(2);
        c.Value -= c.Value + Get(3);
        Next(c).Value += Get(4);
        Next(c).Value = Get(5) + Next(c).Value++;
        return c.Value;
    }

    private static Cell Next(Cell c) { Log("next"); return c; }
}

public sealed class Cell
{
    private int _value;

    public int Value
    {
        get { Log("get"); return _value; }
        set { Log("set " + value); _value = value; }
    }
}
