namespace CoGen.Generator.Tests.Prelude;

/// <summary>A resource whose end blocks, and which has a real asynchronous one.</summary>
public sealed class AsyncSource(string name = "source") : IDisposable, IAsyncDisposable
{
    public int Read() => ProgramRun.Current.Block(name + ".read");

    public Coroutine<int> ReadAsync() => ProgramRun.Current.BlockAsync(name + ".read");

    public void Dispose() => ProgramRun.Current.BlockForeign(name + ".dispose");

    public ValueTask DisposeAsync() => new(ProgramRun.Current.BlockTaskAsync(name + ".dispose", Co.Token));
}
