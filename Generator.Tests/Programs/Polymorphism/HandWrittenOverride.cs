// construct: an override with a hand-written asynchronous one beside it
// lowered to: the hand-written one is the twin
internal static partial class Program
{
    private abstract partial class Reader
    {
        [Coroutine]
        public abstract int Read();

        public abstract Task<int> ReadAsync(CancellationToken token);
    }

    private sealed partial class Mine : Reader
    {
        [Coroutine]
        public override int Read() => Fetch("a");

        public override Task<int> ReadAsync(CancellationToken token) => FetchAsync("a", token);
    }

    [Coroutine]
    private static int Use(Reader reader) => reader.Read();

    [Coroutine]
    private static int Main() => Use(new Mine()) + Step("end") + Step("end");
}
