using System.Net;
using System.Net.Sockets;

namespace CoGen.Examples.Tests;

public class ExampleTests
{
    [Fact]
    public void What_is_unknown_is_told_what_there_is()
    {
        using Example example = Example.Start("nothing");
        Assert.StartsWith("Usage:", example.ReadErrorLine());
        Assert.Equal(2, example.ExitCode());
    }

    [Fact]
    public void Echo_serves_many_at_once()
    {
        using Example example = Example.Serve(out IPEndPoint address, "echo", "127.0.0.1:0");
        TcpClient[] clients = [.. Enumerable.Range(0, 50).Select(_ => new TcpClient())];
        foreach (TcpClient client in clients) client.Connect(address);
        for (byte i = 0; i < clients.Length; i++) clients[i].GetStream().WriteByte(i);
        for (byte i = 0; i < clients.Length; i++) Assert.Equal(i, clients[i].GetStream().ReadByte());
        foreach (TcpClient client in clients) client.Dispose();
    }

    [Fact]
    public void Download_gets_each_page_or_says_why_not()
    {
        using WebServer server = new(new() { ["/a"] = "12345", ["/b"] = new string('x', 100_000) });
        using Example example = Example.Start("download", server["/a"], server["/b"], server["/c"]);
        string[] lines = example.ReadToEnd();
        Assert.Equal("100005 bytes in all", lines[^1]);
        Assert.Contains($"{server["/a"]}: 5 bytes", lines);
        Assert.Contains(lines, line => line.StartsWith($"{server["/c"]}: ", StringComparison.Ordinal) && line.Contains("404", StringComparison.Ordinal));
        Assert.Equal(0, example.ExitCode());
    }

    [Fact]
    public void Crawl_finds_each_page_once_and_no_more_at_once_than_it_may()
    {
        using WebServer server = new(new()
        {
            ["/"] = "<a href=\"/1\">one</a> <a href=\"2\">two</a> <a href=\"/3#x\">three</a> <a href=\"http://elsewhere.invalid/\">no</a>",
            ["/1"] = "<a href=\"/\">back</a> <a href=\"/4\">four</a>",
            ["/2"] = "<a href=\"/4\">four</a> <a href=\"/gone\">gone</a>",
            ["/3"] = "",
            ["/4"] = "<a href=\"/1\">one</a>",
        });
        using Example example = Example.Start("crawl", server["/"], "2");
        string[] lines = example.ReadToEnd();
        Assert.Equal("6 pages, 2 at once", lines[^1]);
        Assert.Equal(6, lines[..^1].Select(line => line[..line.LastIndexOf(": ", StringComparison.Ordinal)]).Distinct().Count());
        Assert.Equal(0, example.ExitCode());
    }

    [Fact]
    public void Forward_passes_what_curl_asks_and_what_it_is_answered()
    {
        using WebServer server = new(new() { ["/a"] = new string('x', 300_000) });
        using Example example = Example.Serve(out IPEndPoint address, "forward", "127.0.0.1:0", "127.0.0.1", $"{server.Port}");
        Assert.Equal(300_000, Client.Run("curl", "-s", "-H", $"Host: localhost:{server.Port}", $"http://{address}/a").Length);
    }

    [Fact]
    public void Forward_closes_where_nobody_listens()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using Example example = Example.Serve(out IPEndPoint address, "forward", "127.0.0.1:0", "127.0.0.1", $"{port}");
        using TcpClient client = new();
        client.Connect(address);
        Assert.Equal(-1, client.GetStream().ReadByte());
        Assert.EndsWith("refused", example.ReadLine());
    }

    [Fact]
    public void Pipeline_is_what_the_shell_makes_of_it()
    {
        using Example example = Example.Start("pipeline");
        Assert.Equal(["2 apple", "1 fig", "3 pear"], example.ReadToEnd());
        Assert.Equal(0, example.ExitCode());
    }

    [Fact]
    public void Produce_loses_nothing()
    {
        using Example example = Example.Start("produce", "100");
        string[] lines = example.ReadToEnd();
        Assert.Equal("sum 5050", lines[^1]);
        Assert.Equal(101, lines.Length);
    }

    [Fact]
    public void Proxy_serves_curl()
    {
        using WebServer server = new(new() { ["/a"] = "through the proxy" });
        using Example example = Example.Serve(out IPEndPoint address, "proxy", "127.0.0.1:0");
        Assert.Equal("through the proxy", Client.Run("curl", "-s", "--noproxy", "", "-x", $"http://{address}", server["/a"]));
        Assert.Equal($"GET {server["/a"]}", example.ReadLine());
        Assert.Equal("through the proxy", Client.Run("curl", "-s", "--noproxy", "", "-p", "-x", $"http://{address}", server["/a"]));
        Assert.Equal($"CONNECT localhost:{server.Port}", example.ReadLine());
        Assert.Equal("502", Client.Run("curl", "-s", "--noproxy", "", "-o", "/dev/null", "-w", "%{http_code}", "-x", $"http://{address}", "http://127.0.0.1:1/"));
    }

    [Fact]
    public void Tls_talks_with_openssl()
    {
        using Example example = Example.Serve(out IPEndPoint address, "tls", "127.0.0.1:0");
        Assert.Equal(["Tls13: hello", "Tls13: again"], Client.Talk("openssl", ["hello", "again"], "s_client", "-connect", $"{address}", "-quiet", "-no_ign_eof", "-tls1_3"));
        Assert.Equal(["Tls12: old"], Client.Talk("openssl", ["old"], "s_client", "-connect", $"{address}", "-quiet", "-no_ign_eof", "-tls1_2"));
    }

    [Fact]
    public void Unix_greets_itself_and_leaves_nothing()
    {
        string path = Path.Combine(Path.GetTempPath(), $"cogen-{Environment.ProcessId}.sock");
        using Example example = Example.Start("unix", path);
        Assert.Equal(["hello world"], example.ReadToEnd());
        Assert.False(File.Exists(path));
        Assert.Equal(0, example.ExitCode());
    }
}
