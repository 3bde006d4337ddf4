// construct: overloads, of which a derived type overrides some and adds others
// lowered to: the question whether a twin is bypassed is asked of the overload itself
internal partial class Writer
{
    [Coroutine]
    public virtual int Write(Guid value) => Get(1);
}

internal partial class Wide : Writer
{
    [Coroutine]
    public override int Write(Guid value) => Get(2) + base.Write(value);

    [Coroutine]
    public virtual int Write(object value) => Get(3);
}

internal class Plain : Wide
{
    public override int Write(object value) => 10;
}

internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Writer wide = new Wide();
        Wide plain = new Plain();
        return wide.Write(Guid.Empty) + plain.Write("text");
    }
}
