// construct: `using` over a type whose `Dispose` is a `[Coroutine]`
// lowered to: `await using`, whose `DisposeAsync` is the twin
// note: through a base type that is not tagged `Dispose` is called
// diagnostic: CG1005
// stays blocking: the end of what is known by its base type
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        using (Resource a = new("a"))
        {
            Pause("body");
            using Resource b = new("b");
            Log("b");
        }
        Base c = new Resource("c");
        /*!CG1005*/using (c) Pause("c body");
    }
}

public abstract class Base : IDisposable
{
    public abstract void Dispose();
}

public sealed partial class Resource(string name) : Base
{
    [Coroutine]
    public override void Dispose()
    {
        Pause(name + " ends");
        Log(name);
    }
}
