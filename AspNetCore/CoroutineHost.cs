using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoGen.AspNetCore;

/// <summary>The scheduler of a host's fibers. It begins with the host's services and ends after all of them.</summary>
internal sealed class CoroutineHost : IHostedLifecycleService
{
    private readonly BackgroundLoop? _loop;

    public CoroutineHost(IOptions<CoroutineOptions> options)
    {
        if (options.Value is { Scheduler: null, OnLoop: true }) _loop = BackgroundLoop.Start("CoGen requests");
        Scheduler = _loop?.Scheduler ?? options.Value.Scheduler ?? PoolScheduler.Default;
    }

    public Scheduler Scheduler { get; }

    /// <summary>The scheduler of a host; all cores for one that says nothing about it.</summary>
    public static Scheduler SchedulerOf(IServiceProvider services) => ((CoroutineHost?)services.GetService(typeof(CoroutineHost)))?.Scheduler ?? PoolScheduler.Default;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The server has answered its requests by now, and services have ended.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_loop is not null) await _loop.DisposeAsync().AsTask().WaitAsync(cancellationToken);
    }
}
