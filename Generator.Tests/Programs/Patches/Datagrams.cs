// construct: a `UdpClient` and a `Socket` that hand the sender out by `ref`
// lowered to: calls of `UdpClientPatches` and `SocketPatches`, which take a `Ref<T>`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        System.Net.IPEndPoint any = new(System.Net.IPAddress.Loopback, 0);
        using System.Net.Sockets.UdpClient receiver = new(any);
        using System.Net.Sockets.UdpClient sender = new(any);
        System.Net.IPEndPoint to = (System.Net.IPEndPoint)receiver.Client.LocalEndPoint!;
        System.Net.IPEndPoint? from = null;
        Log(sender.Send([1, 2, 3], 3, to));
        byte[] got = receiver.Receive(ref from);
        Log(from.Port == ((System.Net.IPEndPoint)sender.Client.LocalEndPoint!).Port);
        Log(got.Length);

        byte[] buffer = new byte[8];
        System.Net.EndPoint peer = any;
        Log(sender.Client.SendTo([4, 5], to));
        int n = receiver.Client.ReceiveFrom(buffer, ref peer);
        Log(peer.Equals(sender.Client.LocalEndPoint));
        receiver.Client.ReceiveTimeout = 1;
        try
        {
            receiver.Client.Receive(buffer);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            Log(e.SocketErrorCode);
        }

        return Get($"{n} {buffer[0]} {buffer[1]}");
    }
}
