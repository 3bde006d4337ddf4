using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoGen.AspNetCore;

/// <summary>A fiber that lives as long as its host.</summary>
internal sealed partial class CoroutineService(
    string name, Func<IServiceProvider, Coroutine> main, IServiceProvider services, CoroutineHost host, IHostApplicationLifetime lifetime, ILogger<CoroutineService> logger) : IHostedService
{
    private Fiber? _fiber;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _fiber = host.Scheduler.Spawn(LiveAsync).Named(name);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_fiber is not { } fiber) return;
        fiber.Cancel();
        await fiber.JoinAsync().AsTask().WaitAsync(cancellationToken);
    }

    private async Coroutine LiveAsync()
    {
        try
        {
            await main(services);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error, name);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The coroutine '{Name}' has failed, and the host is stopped")]
    private partial void LogFailed(Exception error, string name);
}
