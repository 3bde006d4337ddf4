using System.Net.WebSockets;
using System.Text;

namespace CoGen.Examples.Tests;

public sealed class ChatTests : IDisposable
{
    private readonly Example _example;
    private readonly string _address;

    public ChatTests()
    {
        (System.Net.HttpListener listener, int port) = WebServer.Listen();
        listener.Close();
        _address = $"localhost:{port}";
        _example = Example.Start("chat", _address);
        Assert.Equal($"listening at http://{_address}/", _example.ReadLine());
    }

    [Fact]
    public void What_one_says_all_hear()
    {
        using ClientWebSocket first = Connect();
        Assert.Equal("1 here", Hear(first));
        using ClientWebSocket second = Connect();
        Assert.Equal(("2 here", "2 here"), (Hear(first), Hear(second)));

        Say(first, "grüß dich");
        Assert.Equal(("grüß dich", "grüß dich"), (Hear(first), Hear(second)));

        second.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).Wait();
        Assert.Equal("1 here", Hear(first));
    }

    [Fact]
    public void Who_goes_without_a_word_is_missed()
    {
        using ClientWebSocket first = Connect();
        Hear(first);
        ClientWebSocket second = Connect();
        Hear(first);
        second.Abort();
        Assert.Equal("1 here", Hear(first));
    }

    [Fact]
    public void Who_does_not_read_loses_some_and_holds_up_nobody()
    {
        // More than the buffers of the system take.
        const int Said = 4000;
        string longWinded = new('x', 4000);
        using ClientWebSocket quick = Connect();
        Hear(quick);
        using ClientWebSocket slow = Connect();
        Hear(quick);
        for (int i = 0; i < Said; i++)
        {
            Say(quick, $"{i} {longWinded}");
            Assert.Equal($"{i} {longWinded}", Hear(quick));
        }

        Task<List<string>> late = Task.Run(() =>
        {
            List<string> heard = [Hear(slow)];
            while (heard[^1] != "still there?") heard.Add(Hear(slow).Split(' ', 2) is [string number, { Length: > 100 }] ? number : "still there?");
            return heard;
        });
        while (!late.IsCompleted)
        {
            Say(quick, "still there?");
            Assert.Equal("still there?", Hear(quick));
        }

        Assert.Equal("2 here", late.Result[0]);
        int[] numbers = [.. late.Result[1..^1].Select(int.Parse)];
        Assert.InRange(numbers.Length, 100, Said - 1);
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public void Curl_gets_the_page() => Assert.Contains("<title>Chat</title>", Client.Run("curl", "-s", $"http://{_address}/"));

    [Fact]
    public void A_browser_says_something_and_shows_it()
    {
        string browser = Client.Require("chromium", "chromium-browser", "google-chrome");
        using ClientWebSocket other = Connect();
        Hear(other);
        string page = Client.Run(Path.GetFileName(browser), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=5000", $"http://{_address}/?say=from+the+browser");
        Assert.Equal(("2 here", "from the browser"), (Hear(other), Hear(other)));
        Assert.Contains("<li>from the browser</li>", page);
    }

    public void Dispose() => _example.Dispose();

    private ClientWebSocket Connect()
    {
        ClientWebSocket socket = new();
        socket.ConnectAsync(new Uri($"ws://{_address}/"), CancellationToken.None).Wait();
        return socket;
    }

    private static string Hear(ClientWebSocket socket)
    {
        byte[] buffer = new byte[5000];
        int count = 0;
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (true)
        {
            WebSocketReceiveResult part = socket.ReceiveAsync(new ArraySegment<byte>(buffer, count, buffer.Length - count), patience.Token).Result;
            count += part.Count;
            if (part.EndOfMessage) return Encoding.UTF8.GetString(buffer, 0, count);
        }
    }

    private static void Say(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None).Wait();
}
