// construct: an override in a hierarchy that has its own asynchronous methods
// lowered to: an override of the asynchronous method, in its own shape
internal static partial class Program
{
    private abstract class Reader
    {
        public abstract int Read(string name);

        public virtual Task<int> ReadAsync(string name, CancellationToken token = default) => Task.FromResult(Read(name));

        protected abstract void Close(bool now);

        protected virtual ValueTask CloseAsync(bool now)
        {
            Close(now);
            return default;
        }
    }

    private sealed partial class Mine : Reader
    {
        [Coroutine]
        public override int Read(string name)
        {
            int n = Step(name);
            Close(n > 0);
            return n;
        }

        [Coroutine]
        protected override void Close(bool now) => Pause("close " + now);
    }

    [Coroutine]
    private static int Use(Reader reader) => reader.Read("a") + reader.Read("b");

    [Coroutine]
    private static int Main() => Use(new Mine());
}
