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
        byte[] buffer = new byte[1000];
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        return Encoding.UTF8.GetString(buffer, 0, socket.ReceiveAsync(buffer, patience.Token).Result.Count);
    }

    private static void Say(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None).Wait();
}
