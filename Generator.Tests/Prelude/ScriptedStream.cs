namespace CoGen.Generator.Tests.Prelude;

/// <summary>A stream whose every operation blocks, with the twins that streams have.</summary>
public sealed class ScriptedStream(params byte[] content) : Stream
{
    private int _position;

    /// <summary>Whether whoever uses it gives its twins no token, so that it is the wait that a kill ends.</summary>
    public bool GetsNoToken { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Block("stream.read");
        return Take(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await ProgramRun.Current.BlockTaskAsync("stream.read", cancellationToken);
        return Take(buffer.Span);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Block($"stream.write {buffer.Length}");

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await ProgramRun.Current.BlockTaskAsync($"stream.write {buffer.Length}", cancellationToken);

    public override void Flush() => Block("stream.flush");

    public override Task FlushAsync(CancellationToken cancellationToken) => ProgramRun.Current.BlockTaskAsync("stream.flush", cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Block(string name) => _ = GetsNoToken ? ProgramRun.Current.Block(name) : ProgramRun.Current.BlockForeign(name);

    // Not more than two at a time: a read may give less than was asked for.
    private int Take(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(buffer.Length, 2), content.Length - _position);
        content.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
