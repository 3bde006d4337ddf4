namespace CoGen;

/// <summary>Reads a pipe to its end, whether or not anybody waits for that, so that the other end never waits for a reader.</summary>
internal sealed class PipeDrain
{
    private readonly Lock _gate = new();
    private readonly MemoryStream _read = new();

    private PipeDrain(Stream? pipe) => Ended = pipe is null ? Task.CompletedTask : DrainAsync(pipe);

    /// <summary>Over at the end of the pipe.</summary>
    internal Task Ended { get; }

    internal static PipeDrain Of(Stream? pipe) => new(pipe);

    internal byte[] ToArray()
    {
        lock (_gate) return _read.ToArray();
    }

    private async Task DrainAsync(Stream pipe)
    {
        byte[] buffer = new byte[32 * 1024];
        while (await pipe.ReadAsync(buffer).ConfigureAwait(false) is > 0 and int count)
        {
            lock (_gate) _read.Write(buffer, 0, count);
        }
    }
}
