// construct: an override without [Coroutine] of a tagged method
// lowered to: the base's twin finds at run time that it is bypassed, and calls the override
// stays blocking: the override that does not opt in
internal static partial class Program
{
    private partial class Reader
    {
        [Coroutine]
        public virtual int Read()
        {
            Log("base");
            return Step("base");
        }

        [Coroutine]
        public virtual void Close() => Pause("close base");
    }

    private partial class Special : Reader
    {
        public override int Read()
        {
            Log("special");
            return base.Read() + Step("special");
        }

        public override void Close() => Pause("close special");
    }

    private sealed class More : Special;

    private sealed class Other : Reader;

    [Coroutine]
    private static int Use(Reader reader)
    {
        int result = reader.Read();
        reader.Close();
        return result;
    }

    [Coroutine]
    private static int Main() => Use(new Reader()) + Use(new Special()) + Use(new More()) + Use(new Other());
}
