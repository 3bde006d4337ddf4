using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class TlsServerTests
{
    private static StreamServerOptions Options(TimeSpan? handshake = null) => new()
    {
        Tls = new SslServerAuthenticationOptions { ServerCertificate = TestCertificate.Create() },
        HandshakeTimeout = handshake ?? TimeSpan.FromSeconds(60),
    };

    private static async Coroutine Echo(Connection client)
    {
        byte[] buffer = new byte[100];
        int count;
        while ((count = await client.ReadAsync(buffer, Co.Token)) > 0) await client.WriteAsync(buffer.AsMemory(0, count), Co.Token);
    }

    [Fact]
    public void Handlers_speak_TLS_without_knowing_it_and_the_client_is_told_the_end()
    {
        SslProtocols agreed = SslProtocols.None;
        using ServerHost host = new ServerHost(async Coroutine (client) =>
        {
            agreed = client.Tls!.SslProtocol;
            await client.WriteAsync("secret"u8.ToArray());
        }, Options()).Start();
        using SslStream client = Trusting(host.Connect());
        client.AuthenticateAsClient("localhost");
        using StreamReader reader = new(client);

        // Without the server's good-bye this would be an error: the stream was cut.
        Assert.Equal("secret", reader.ReadToEnd());
        Assert.NotEqual(SslProtocols.None, agreed);
        Assert.Equal(ConnectionEnd.Answered, host.NextEnd().Reason);
    }

    [Fact]
    public void A_client_that_does_not_trust_the_server_costs_nobody_else_anything()
    {
        using ServerHost host = new ServerHost(Echo, Options()).Start();
        using (SslStream distrustful = new(new NetworkStream(host.Connect(), ownsSocket: true), false, (_, _, _, _) => false))
        {
            Assert.Throws<AuthenticationException>(() => distrustful.AuthenticateAsClient("localhost"));
        }

        host.NextEnd();
        using SslStream client = Trusting(host.Connect());
        client.AuthenticateAsClient("localhost");
        client.Write("x"u8);
        Assert.Equal('x', client.ReadByte());
    }

    [Fact]
    public void A_client_that_does_not_speak_TLS_is_closed_and_no_handler_sees_it()
    {
        int handlers = 0;
        using ServerHost host = new ServerHost(async Coroutine (_) => handlers++, Options()).Start();
        using Socket client = host.Connect();
        client.Send("GET / HTTP/1.0\r\n\r\n"u8);
        ConnectionEndedEventArgs end = host.NextEnd();
        Assert.Equal(ConnectionEnd.HandshakeFailed, end.Reason);
        Assert.NotNull(end.Error);
        Assert.Equal(0, handlers);
    }

    [Fact]
    public void A_client_that_says_nothing_holds_its_handshake_no_longer_than_it_may()
    {
        using ServerHost host = new ServerHost(Echo, Options(TimeSpan.FromMilliseconds(30))).Start();
        using Socket client = host.Connect();
        ConnectionEndedEventArgs end = host.NextEnd();
        Assert.Equal(ConnectionEnd.HandshakeFailed, end.Reason);
        Assert.IsType<TimeoutException>(end.Error);
    }

    [Fact]
    public void A_handshake_that_waits_holds_up_no_other()
    {
        using ServerHost host = new ServerHost(Echo, Options()).Start();
        using Socket silent = host.Connect();
        Loopback.Until(() => host.Server.HandlerCount == 1);
        using SslStream client = Trusting(host.Connect());
        client.AuthenticateAsClient("localhost");
        client.Write("x"u8);
        Assert.Equal('x', client.ReadByte());
    }

    private static SslStream Trusting(Socket socket) => new(new NetworkStream(socket, ownsSocket: true), false, (_, _, _, _) => true);
}

/// <summary>A certificate that nobody has signed.</summary>
internal static class TestCertificate
{
    internal static X509Certificate2 Create()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
