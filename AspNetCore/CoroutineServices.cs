using System.Runtime.CompilerServices;
using CoGen.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoGen.AspNetCore;

/// <summary>Fibers among the services of a host.</summary>
public static class CoroutineServices
{
    /// <summary>Says where the fibers of the host run, those of requests and those of services. Without it they run on all cores.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says it; null for all cores.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddCoroutines(this IServiceCollection services, Action<CoroutineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null) services.Configure(configure);
        services.AddOptions<CoroutineOptions>();
        if (services.Any(static service => service.ServiceType == typeof(CoroutineHost))) return services;

        // The first to start is the last to be stopped.
        services.TryAddSingleton<CoroutineHost>();
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(static services => services.GetRequiredService<CoroutineHost>()));
        return services;
    }

    /// <summary>
    /// Runs a method in a fiber from the start of the host to its end. Then the fiber is killed, and waited for as long as the host allows. One that fails is logged, and stops
    /// the host.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">A name for people.</param>
    /// <param name="main">What to run: given the host's services. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddCoroutineService(this IServiceCollection services, string name, [CoroutineEntry] Action<IServiceProvider> main) =>
        services.AddCoroutineService(name, Twin.Of(main));

    /// <inheritdoc cref="AddCoroutineService(IServiceCollection, string, Action{IServiceProvider})"/>
    [OverloadResolutionPriority(1)]
    public static IServiceCollection AddCoroutineService(this IServiceCollection services, string name, Func<IServiceProvider, Coroutine> main)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(main);
        services.AddCoroutines();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<CoroutineService>(provider, name, main));
        return services;
    }
}
