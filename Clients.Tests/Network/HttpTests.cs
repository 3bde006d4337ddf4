using System.Net.Security;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Network;

/// <summary>HTTP over TLS, by <see cref="HttpClient.Send(HttpRequestMessage)"/>.</summary>
public sealed partial class HttpTests(WebServer server)
{
    [Fact]
    public void Two_hundred_fibers_fetch_over_tls()
    {
        using HttpClient client = NewClient();
        string[] pages = new string[Crowd.Size];

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Fetch, client, $"{server.Address}echo/{i}", i, pages)));

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => $"echo {i}"), pages);
    }

    [Fact]
    public void All_of_two_hundred_wait_in_the_server_at_once()
    {
        using HttpClient client = NewClient();
        string[] pages = new string[Crowd.Size];

        // The server answers nobody before it has heard from all.
        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Fetch, client, $"{server.Address}meet/{Crowd.Size}", i, pages)));

        Assert.All(pages, page => Assert.Equal("met", page));
    }

    [Fact]
    public void A_kill_ends_the_request_and_the_client_stays_usable()
    {
        using HttpClient client = NewClient();
        string[] pages = new string[1];
        Fiber waiting = Co.Spawn(Fetch, client, $"{server.Address}never", 0, pages);

        Co.Spawn(KillWhenServed, server, waiting).Join();
        Co.Spawn(Fetch, client, $"{server.Address}echo/7", 0, pages).Join();

        Assert.Equal(FiberState.Killed, waiting.State);
        Assert.Equal("echo 7", pages[0]);
    }

    [Fact]
    public void A_certificate_that_is_not_trusted_is_refused_as_ever()
    {
        using HttpClient client = new();

        Fiber refused = Co.Spawn(Fetch, client, $"{server.Address}echo/1", 0, new string[1]);
        refused.Join();

        Assert.Equal(HttpRequestError.SecureConnectionError, Assert.IsType<HttpRequestException>(refused.Exception).HttpRequestError);
    }

    private HttpClient NewClient() => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == server.Certificate },
    });

    [Coroutine]
    private static void Fetch(HttpClient client, string address, int i, string[] pages)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        using StreamReader reader = new(response.Content.ReadAsStream());
        pages[i] = reader.ReadToEnd();
    }

    [Coroutine]
    private static void KillWhenServed(WebServer server, Fiber waiting)
    {
        server.NeverCalled.Wait();
        waiting.Kill();
    }
}
