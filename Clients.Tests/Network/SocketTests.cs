using System.Net;
using System.Net.Sockets;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Network;

/// <summary>Sockets and the framework's HTTP listener, both ends of which are fibers of one thread.</summary>
public sealed partial class SocketTests
{
    [Fact]
    public void Two_hundred_fibers_connect_to_another()
    {
        string[] answers = new string[Crowd.Size];
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(Crowd.Size);

        Crowd.Join([Co.Spawn(AcceptAll, listener), .. Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Ask, (IPEndPoint)listener.LocalEndPoint!, i, answers))]);

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => $"got {i}"), answers);
    }

    [Fact]
    public void A_fiber_that_is_killed_in_accept_leaves_the_listener_usable()
    {
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Fiber killed = Co.Spawn(AcceptOne, listener);
        Co.Spawn(Kill, killed).Join();
        string[] answers = new string[1];

        Crowd.Join(Co.Spawn(AcceptOne, listener), Co.Spawn(Ask, (IPEndPoint)listener.LocalEndPoint!, 0, answers));

        Assert.Equal(FiberState.Killed, killed.State);
        Assert.Equal("got 0", answers[0]);
    }

    [Fact]
    public void The_listener_of_the_framework_and_its_client_are_fibers_of_one_thread()
    {
        using HttpListener listener = Listen(out string address);
        string[] answers = new string[Crowd.Size];
        using HttpClient client = new();

        Crowd.Join([Co.Spawn(ServeAll, listener), .. Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Get, client, address, i, answers))]);

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => $"/{i}"), answers);
    }

    [Coroutine]
    private static void AcceptAll(Socket listener)
    {
        for (int i = 0; i < Crowd.Size; i++) Co.Spawn(Answer, listener.Accept());
    }

    [Coroutine]
    private static void AcceptOne(Socket listener) => Answer(listener.Accept());

    [Coroutine]
    private static void Answer(Socket socket)
    {
        using (socket)
        {
            byte[] buffer = new byte[10];
            int count = socket.Receive(buffer);
            socket.Send([.. "got "u8, .. buffer.AsSpan(0, count)]);
        }
    }

    [Coroutine]
    private static void Ask(IPEndPoint address, int i, string[] answers)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(address);
        socket.Send(System.Text.Encoding.ASCII.GetBytes($"{i}"));
        using StreamReader reader = new(new NetworkStream(socket));
        answers[i] = reader.ReadToEnd();
    }

    [Coroutine]
    private static void Kill(Fiber fiber)
    {
        Thread.Sleep(1);
        fiber.Kill();
    }

    [Coroutine]
    private static void ServeAll(HttpListener listener)
    {
        for (int i = 0; i < Crowd.Size; i++) Co.Spawn(Serve, listener.GetContext());
    }

    [Coroutine]
    private static void Serve(HttpListenerContext context)
    {
        using StreamWriter writer = new(context.Response.OutputStream);
        writer.Write(context.Request.Url!.AbsolutePath);
    }

    [Coroutine]
    private static void Get(HttpClient client, string address, int i, string[] answers) => answers[i] = client.GetStringAsync($"{address}{i}").Result;

    // Another may take the port between the two.
    private static HttpListener Listen(out string address)
    {
        while (true)
        {
            using TcpListener free = new(IPAddress.Loopback, 0);
            free.Start();
            address = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/";
            free.Stop();
            HttpListener listener = new();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }
}
