// construct: `o[f()] = g()`, `o[i] += f()`, with an indexer that has side effects
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Table t = new();
        t[Get(1)] = Get(10);
        t[1] += Get(5);
        t[Get(2)] = t[1] + Get(3);
        t[2]++;
        return t[1] + t[2];
    }
}

public sealed class Table
{
    private readonly Dictionary<int, int> _cells = [];

    public int this[int i]
    {
        get { Log("get " + i); return _cells[i]; }
        set { Log($"set {i} {value}"); _cells[i] = value; }
    }
}
