using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoGen.Servers;

namespace CoGen.Examples;

/// <summary>Sends back each line it gets, by TLS: <c>openssl s_client -connect 127.0.0.1:7001</c> talks with it.</summary>
internal static partial class TlsEcho
{
    [Coroutine]
    internal static int Serve(string[] args)
    {
        StreamServerOptions options = new() { Tls = new SslServerAuthenticationOptions { ServerCertificate = SelfSigned() } };
        using StreamServer server = new(args is [string address] ? address : "127.0.0.1:7001", Echo, options);
        server.Start();
        Console.WriteLine($"listening at {server.LocalEndPoint}");
        server.ServeForever();
        return 0;
    }

    [Coroutine]
    private static void Echo(Connection client)
    {
        using StreamReader reader = new(client, leaveOpen: true);
        using StreamWriter writer = new(client, leaveOpen: true) { NewLine = "\n" };
        while (reader.ReadLine() is { } line)
        {
            writer.WriteLine($"{client.Tls!.SslProtocol}: {line}");
            writer.Flush();
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
