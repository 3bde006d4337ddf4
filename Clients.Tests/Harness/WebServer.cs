using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoGen.Clients.Tests.Harness;

/// <summary>Kestrel with a certificate that nobody has signed.</summary>
public sealed class WebServer : IAsyncLifetime
{
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly WebApplication _application;
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    public WebServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _application = builder.Build();
        _application.MapGet("/echo/{text}", (string text) => $"echo {text}");
        _application.MapGet("/meet/{count:int}", MeetAsync);
        _application.MapGet("/never", NeverAsync);
    }

    public string Address { get; private set; } = "";

    /// <summary>The fingerprint of the server's certificate.</summary>
    public string Certificate => _certificate.GetCertHashString();

    /// <summary>Free when somebody asks for what never comes.</summary>
    public SemaphoreSlim NeverCalled { get; } = new(0);

    public async ValueTask InitializeAsync()
    {
        await _application.StartAsync();
        Address = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task<string> MeetAsync(int count)
    {
        if (Interlocked.Increment(ref _waiting) == count) _met.SetResult();
        await _met.Task;
        return "met";
    }

    private async Task NeverAsync(HttpContext context)
    {
        NeverCalled.Release();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private static X509Certificate2 NewCertificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
