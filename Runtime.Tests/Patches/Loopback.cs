using System.Net;
using System.Net.Sockets;

namespace CoGen.Tests;

/// <summary>Real sockets of this machine.</summary>
internal static class Loopback
{
    internal static (Socket Here, Socket There) Pair()
    {
        using Socket listener = Listen();
        Socket there = new(SocketType.Stream, ProtocolType.Tcp);
        there.Connect(listener.LocalEndPoint!);
        return (listener.Accept(), there);
    }

    internal static Socket Listen()
    {
        Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return listener;
    }

    internal static Socket Datagrams()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    /// <summary>Waits, in real time, for what the system does by itself.</summary>
    internal static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)));
}
