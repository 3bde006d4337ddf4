// construct: a local with the name of its own overridable method
// lowered to: the method is called by `this`
internal partial class Base
{
    [Coroutine]
    public virtual int Start()
    {
        int Start = Get(1);
        return Start + Get(2);
    }
}

internal class Plain : Base
{
    public override int Start() => 10;
}

internal static partial class Program
{
    [Coroutine]
    private static int Main() => new Base().Start() + new Plain().Start();
}
