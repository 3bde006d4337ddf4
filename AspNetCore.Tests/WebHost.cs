using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoGen.AspNetCore.Tests;

/// <summary>A real Kestrel on a free port of the loopback address, and a real client.</summary>
internal sealed class WebHost : IDisposable
{
    private readonly WebApplication _app;

    internal WebHost(Action<WebApplication> map, bool onLoop = false, Action<IServiceCollection>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCoroutines(options => options.OnLoop = onLoop);
        configure?.Invoke(builder.Services);
        _app = builder.Build();
        map(_app);
        _app.Start();
        Client = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    internal HttpClient Client { get; }

    internal WebApplication App => _app;

    internal string Get(string path) => Client.GetStringAsync(path).Result;

    internal void Stop() => _app.StopAsync().Wait();

    public void Dispose()
    {
        Client.Dispose();
        Stop();
        ((IDisposable)_app).Dispose();
    }
}
