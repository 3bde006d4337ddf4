using System.Collections;
using System.Diagnostics;
using System.Net.Sockets;

namespace CoGen.Patches;

// That a socket is ready cannot be awaited, only that something was read from it. So a worker thread asks, for a while at a time: who is interrupted
// meanwhile holds it no longer than that.

public static partial class SocketPatches
{
    private const int SliceMilliseconds = 100;

    /// <inheritdoc cref="Socket.Poll(int, SelectMode)"/>
    /// <param name="socket">The socket.</param>
    public static async Coroutine<bool> PollAsync(Socket socket, int microSeconds, SelectMode mode)
    {
        if (socket.Poll(0, mode)) return true;
        long began = Stopwatch.GetTimestamp();
        while (SliceOf(microSeconds, began) is > 0 and int slice)
        {
            if (await Offload.RunAsync((socket, slice, mode), static x => x.socket.Poll(x.slice, x.mode))) return true;
        }

        return false;
    }

    /// <inheritdoc cref="Socket.Poll(TimeSpan, SelectMode)"/>
    /// <param name="socket">The socket.</param>
    public static Coroutine<bool> PollAsync(Socket socket, TimeSpan timeout, SelectMode mode) =>
        IsLimit(timeout) ? PollAsync(socket, Microseconds(timeout), mode) : new Coroutine<bool>(socket.Poll(timeout, mode));

    /// <inheritdoc cref="Socket.Select(IList, IList, IList, int)"/>
    public static async Coroutine SelectAsync(IList? checkRead, IList? checkWrite, IList? checkError, int microSeconds)
    {
        List<Socket>? read = Copy(checkRead);
        List<Socket>? write = Copy(checkWrite);
        List<Socket>? error = Copy(checkError);
        Socket.Select(read, write, error, 0);
        long began = Stopwatch.GetTimestamp();
        while (IsEmpty(read) && IsEmpty(write) && IsEmpty(error) && SliceOf(microSeconds, began) is > 0 and int slice)
        {
            (read, write, error) = (Copy(checkRead), Copy(checkWrite), Copy(checkError));
            await Offload.RunAsync((read, write, error, slice), static x => Socket.Select(x.read, x.write, x.error, x.slice));
        }

        Keep(checkRead, read);
        Keep(checkWrite, write);
        Keep(checkError, error);
    }

    /// <inheritdoc cref="Socket.Select(IList, IList, IList, TimeSpan)"/>
    public static Coroutine SelectAsync(IList? checkRead, IList? checkWrite, IList? checkError, TimeSpan timeout)
    {
        if (IsLimit(timeout)) return SelectAsync(checkRead, checkWrite, checkError, Microseconds(timeout));
        Socket.Select(checkRead, checkWrite, checkError, timeout);
        return default;
    }

    /// <summary>What is left of a time, up to a slice, in microseconds. A negative time is for ever.</summary>
    private static int SliceOf(int microSeconds, long began)
    {
        if (microSeconds < 0) return SliceMilliseconds * 1000;
        double left = microSeconds - Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        return (int)Math.Clamp(Math.Ceiling(left), 0, SliceMilliseconds * 1000);
    }

    /// <summary>Whether a time can be told in microseconds; what cannot is left to the original, which refuses it or is over at once.</summary>
    private static bool IsLimit(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan || (timeout >= TimeSpan.Zero && timeout.TotalMicroseconds <= int.MaxValue);

    private static int Microseconds(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan ? -1 : (int)timeout.TotalMicroseconds;

    private static List<Socket>? Copy(IList? sockets) => sockets is null ? null : [.. sockets.Cast<Socket>()];

    private static bool IsEmpty(List<Socket>? sockets) => sockets is not { Count: > 0 };

    /// <summary>Leaves those in the list that are ready.</summary>
    private static void Keep(IList? sockets, List<Socket>? ready)
    {
        if (sockets is null) return;
        for (int i = sockets.Count - 1; i >= 0; i--)
        {
            if (!ready!.Contains((Socket)sockets[i]!)) sockets.RemoveAt(i);
        }
    }
}
