// construct: `using` over types that inherit their `DisposeAsync`, or whose run-time type is unknown
// lowered to: `await using` where the run-time type is certain and its `DisposeAsync` its own
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        using (Derived a = new("a")) Pause("body");
        using (Open b = new("b")) Pause("body");
        Open c = new OpenDerived("c");
        using (c) Pause("body");
        using (IDisposable d = new Open("d")) Pause("body");
    }
}

public class Open(string name) : IDisposable, IAsyncDisposable
{
    public string Name => name;

    public virtual void Dispose() { Log("sync " + name); }

    public virtual ValueTask DisposeAsync() { Dispose(); return default; }
}

public sealed class Derived(string name) : Open(name)
{
    public override void Dispose() => Log("derived " + Name);
}

public class OpenDerived(string name) : Open(name)
{
    public override void Dispose() => Log("open derived " + Name);
}
