using System.Net;
using System.Net.Sockets;
using CoGen.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace CoGen.Servers;

/// <summary>Makes the socket that a server takes from.</summary>
internal static class ServerSocket
{
    /// <summary>Whether to make it means to wait, for a name to be resolved.</summary>
    internal static bool MustWait(ServerAddress address) => address.EndPoint is DnsEndPoint;

    internal static async Coroutine<Socket> BindAsync(ServerAddress address, SocketType type, UnixFileMode? mode)
    {
        if (address.EndPoint is not DnsEndPoint name) return Bind(address, type, mode);
        IPAddress[] found = await Fair.Await(Dns.GetHostAddressesAsync(name.Host, name.AddressFamily, Co.Token));
        return found is [IPAddress first, ..] ? Bind(new IPEndPoint(first, name.Port), type, mode) : throw new SocketException((int)SocketError.HostNotFound);
    }

    internal static Socket Bind(ServerAddress address, SocketType type, UnixFileMode? mode)
    {
        if (address.Socket is { } given)
        {
            if (given.SocketType != type) throw new ArgumentException($"This server takes sockets of the type {type}, and was given one of {given.SocketType}.");
            return given;
        }

        EndPoint endPoint = address.EndPoint!;
        if (endPoint is UnixDomainSocketEndPoint stale) RemoveStale(stale, type);
        Socket socket = new(endPoint.AddressFamily, type, ProtocolType.Unspecified);
        try
        {
            if (endPoint.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = address.IsDual || endPoint is IPEndPoint { Address.IsIPv4MappedToIPv6: true };
            socket.Bind(endPoint);

            // Nobody can connect before the server listens.
            if (mode is { } access && endPoint is UnixDomainSocketEndPoint && PathOf(endPoint) is { } path && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, access);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Removes the path of a Unix domain socket that a process has left which was not stopped in good order. One that somebody listens at
    /// is left, and so is what is no socket: to bind to it is an error then.
    /// </summary>
    private static void RemoveStale(UnixDomainSocketEndPoint endPoint, SocketType type)
    {
        if (PathOf(endPoint) is not { } path || !File.Exists(path)) return;
        using Socket probe = new(AddressFamily.Unix, type, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            probe.Connect(endPoint);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionRefused)
        {
            // What is no socket refuses, too.
            if (IsSocket(path)) File.Delete(path);
        }
        catch (SocketException)
        {
            // It is full, or of another type: somebody listens.
        }
    }

    /// <summary>Whether there is a socket at a path: it is what cannot be opened as a file. For both ends, so that a pipe does not wait for its other one.</summary>
    private static bool IsSocket(string path)
    {
        const int NoDevice = 6;
        const int NotSupported = 102;
        if (OperatingSystem.IsWindows()) return File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return false;
        }
        catch (IOException error)
        {
            return error.HResult is NoDevice or NotSupported;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The path; null for one of Linux's abstract names.</summary>
    private static string? PathOf(EndPoint endPoint) => endPoint.ToString() is { Length: > 0 } path && path[0] is not ('\0' or '@') ? path : null;
}
