using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace CoGen.Servers;

// RS0027: which overloads a stream has is not ours to say.
#pragma warning disable RS0027

public sealed partial class Connection
{
    /// <summary>So much is written at once where the client's progress is watched.</summary>
    private const int Piece = 64 * 1024;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            SetTimeouts();
            return HaveRead(_stream.Read(buffer), buffer.Length);
        }
        catch (Exception error) when (IsFault(error))
        {
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        byte one = 0;
        return Read(new Span<byte>(ref one)) == 0 ? -1 : one;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            SetTimeouts();
            _stream.Write(buffer);
            _reading.Touch(IdleTimeout);
        }
        catch (Exception error) when (IsFault(error))
        {
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using ByteLimit.Wait wait = _reading.Begin(_readTimeout, IdleTimeout, cancellationToken);
        try
        {
            return HaveRead(await _stream.ReadAsync(buffer, wait.Token).ConfigureAwait(false), buffer.Length);
        }
        catch (OperationCanceledException) when (wait.HasExpired)
        {
            throw TimedOut("The client has sent nothing in time.");
        }
        catch (OperationCanceledException error) when (IsForeign(error, cancellationToken))
        {
            throw new OperationCanceledException(error.Message, error, cancellationToken);
        }
        catch (Exception error) when (IsFault(error))
        {
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        bool isWatched = _writeTimeout != Timeout.InfiniteTimeSpan || IdleTimeout != Timeout.InfiniteTimeSpan;
        do
        {
            ReadOnlyMemory<byte> piece = isWatched && buffer.Length > Piece ? buffer[..Piece] : buffer;
            using ByteLimit.Wait wait = _writing.Begin(_writeTimeout, IdleTimeout, cancellationToken);
            try
            {
                await _stream.WriteAsync(piece, wait.Token).ConfigureAwait(false);
                _reading.Touch(IdleTimeout);
            }
            catch (OperationCanceledException) when (wait.HasExpired)
            {
                throw TimedOut("The client has taken nothing in time.");
            }
            catch (OperationCanceledException error) when (IsForeign(error, cancellationToken))
            {
                throw new OperationCanceledException(error.Message, error, cancellationToken);
            }
            catch (Exception error) when (IsFault(error))
            {
                throw;
            }

            buffer = buffer[piece.Length..];
        }
        while (buffer.Length > 0);
    }

    /// <summary>Whether the caller's token has ended it, and the error speaks of the one that also limits the time: who has been killed knows it by the token.</summary>
    private static bool IsForeign(OperationCanceledException error, CancellationToken token) => token.IsCancellationRequested && error.CancellationToken != token;

    private int HaveRead(int read, int wanted)
    {
        if (read == 0 && wanted > 0) _hasEnded = true;
        _writing.Touch(IdleTimeout);
        return read;
    }

    private Exception TimedOut(string message)
    {
        _hasTimedOut = true;
        return Fault(new IOException(message, new SocketException((int)SocketError.TimedOut)));
    }

    /// <summary>Takes note of an error of the connection. Of the filter of a catch clause, so that its stack is kept.</summary>
    private bool IsFault(Exception error)
    {
        if (error is not IOException and not SocketException and not ObjectDisposedException) return false;
        if (error is IOException { InnerException: SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.WouldBlock } }) _hasTimedOut = true;
        _fault = error;
        return true;
    }

    /// <summary>Blocking reads and writes, of code that was not rewritten, have timeouts of the stream's own.</summary>
    private void SetTimeouts()
    {
        TimeSpan read = Shorter(_readTimeout, IdleTimeout);
        TimeSpan write = Shorter(_writeTimeout, IdleTimeout);
        if (_stream.ReadTimeout != (int)read.TotalMilliseconds) _stream.ReadTimeout = (int)read.TotalMilliseconds;
        if (_stream.WriteTimeout != (int)write.TotalMilliseconds) _stream.WriteTimeout = (int)write.TotalMilliseconds;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;
}
