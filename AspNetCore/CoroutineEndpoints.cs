using System.Runtime.CompilerServices;
using CoGen.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoGen.AspNetCore;

/// <summary>Endpoints whose handlers are plain blocking code that runs in fibers.</summary>
public static class CoroutineEndpoints
{
    /// <summary>
    /// Runs a handler in a fiber for each request to a pattern. What blocks in it is a yield; reads of the request's body and writes to the response's among it.
    /// </summary>
    /// <remarks>
    /// A client that goes away kills the fiber. What the handler throws goes the way of all errors of the pipeline. The fibers run where
    /// <see cref="CoroutineServices.AddCoroutines"/> says, or else on all cores.
    /// </remarks>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="pattern">The pattern of the route. Its values are in <see cref="HttpRequest.RouteValues"/>.</param>
    /// <param name="handler">What to run. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin. A result is sent: a text as it is, an <see cref="IResult"/> by itself, anything else as JSON.</param>
    /// <param name="methods">The methods of HTTP that it is for; all if null.</param>
    /// <returns>To say more about the endpoint.</returns>
    public static IEndpointConventionBuilder MapCoroutine(this IEndpointRouteBuilder endpoints, string pattern, [CoroutineEntry] Action<HttpContext> handler, IEnumerable<string>? methods = null) =>
        endpoints.MapCoroutine(pattern, Twin.Of(handler), methods);

    /// <inheritdoc cref="MapCoroutine(IEndpointRouteBuilder, string, Action{HttpContext}, IEnumerable{string})"/>
    [OverloadResolutionPriority(1)]
    public static IEndpointConventionBuilder MapCoroutine(this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, Coroutine> handler, IEnumerable<string>? methods = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, handler, methods);
    }

    /// <inheritdoc cref="MapCoroutine(IEndpointRouteBuilder, string, Action{HttpContext}, IEnumerable{string})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static IEndpointConventionBuilder MapCoroutine<TResult>(this IEndpointRouteBuilder endpoints, string pattern, [CoroutineEntry] Func<HttpContext, TResult> handler, IEnumerable<string>? methods = null) =>
        endpoints.MapCoroutine(pattern, Twin.Of(handler), methods);

    /// <inheritdoc cref="MapCoroutine(IEndpointRouteBuilder, string, Action{HttpContext}, IEnumerable{string})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static IEndpointConventionBuilder MapCoroutine<TResult>(this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, Coroutine<TResult>> handler, IEnumerable<string>? methods = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, async Coroutine (HttpContext context) => await Answer.SendAsync(context, await handler(context)), methods);
    }

    /// <inheritdoc cref="MapCoroutine(IEndpointRouteBuilder, string, Action{HttpContext}, IEnumerable{string})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static IEndpointConventionBuilder MapCoroutine<TResult>(this IEndpointRouteBuilder endpoints, string pattern, [CoroutineEntry] Func<TResult> handler, IEnumerable<string>? methods = null) =>
        endpoints.MapCoroutine(pattern, Twin.Of(handler), methods);

    /// <inheritdoc cref="MapCoroutine(IEndpointRouteBuilder, string, Action{HttpContext}, IEnumerable{string})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static IEndpointConventionBuilder MapCoroutine<TResult>(this IEndpointRouteBuilder endpoints, string pattern, Func<Coroutine<TResult>> handler, IEnumerable<string>? methods = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map(endpoints, pattern, async Coroutine (HttpContext context) => await Answer.SendAsync(context, await handler()), methods);
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, Coroutine> handler, IEnumerable<string>? methods)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Scheduler scheduler = CoroutineHost.SchedulerOf(endpoints.ServiceProvider);
        Request request = new(handler);
        RequestDelegate serve = context => scheduler.RunAsync(request.LiveAsync, context).AsTask();
        return methods is null ? endpoints.Map(pattern, serve) : endpoints.MapMethods(pattern, methods, serve);
    }

    /// <summary>What each request does in its fiber.</summary>
    private sealed class Request(Func<HttpContext, Coroutine> handler)
    {
        internal async Coroutine LiveAsync(HttpContext context)
        {
            Fiber fiber = Co.Current!.Value;
            using CancellationTokenRegistration abort = context.RequestAborted.UnsafeRegister(static fiber => ((Fiber)fiber!).Cancel(), fiber);
            await handler(context);
        }
    }
}
