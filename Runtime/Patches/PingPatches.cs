using System.Net;
using System.Net.NetworkInformation;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What the blocking calls of a <see cref="Ping"/> become in a coroutine. (Its own <c>SendAsync</c> is the older, event-based method.)</summary>
public static class PingPatches
{
    private const int DefaultTimeout = 5000;

    /// <inheritdoc cref="Ping.Send(string)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, string hostNameOrAddress) => SendAsync(ping, hostNameOrAddress, DefaultTimeout);

    /// <inheritdoc cref="Ping.Send(string, int)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, string hostNameOrAddress, int timeout) =>
        timeout < 0 ? new Coroutine<PingReply>(ping.Send(hostNameOrAddress, timeout)) : SendCoreAsync(ping, hostNameOrAddress, timeout, null, null);

    /// <inheritdoc cref="Ping.Send(string, int, byte[])"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, string hostNameOrAddress, int timeout, byte[] buffer) => SendAsync(ping, hostNameOrAddress, timeout, buffer, null);

    /// <inheritdoc cref="Ping.Send(string, int, byte[], PingOptions)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, string hostNameOrAddress, int timeout, byte[] buffer, PingOptions? options) =>
        timeout < 0 || buffer is null ? new Coroutine<PingReply>(ping.Send(hostNameOrAddress, timeout, buffer!, options)) : SendCoreAsync(ping, hostNameOrAddress, timeout, buffer, options);

    /// <inheritdoc cref="Ping.Send(string, TimeSpan, byte[], PingOptions)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, string hostNameOrAddress, TimeSpan timeout, byte[]? buffer, PingOptions? options) =>
        timeout.TotalMilliseconds is < 0 or > int.MaxValue
            ? new Coroutine<PingReply>(ping.Send(hostNameOrAddress, timeout, buffer, options))
            : SendCoreAsync(ping, hostNameOrAddress, (int)timeout.TotalMilliseconds, buffer, options);

    /// <inheritdoc cref="Ping.Send(IPAddress)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, IPAddress address) => SendAsync(ping, address, DefaultTimeout);

    /// <inheritdoc cref="Ping.Send(IPAddress, int)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, IPAddress address, int timeout) =>
        timeout < 0 ? new Coroutine<PingReply>(ping.Send(address, timeout)) : SendCoreAsync(ping, address, timeout, null, null);

    /// <inheritdoc cref="Ping.Send(IPAddress, int, byte[])"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, IPAddress address, int timeout, byte[] buffer) => SendAsync(ping, address, timeout, buffer, null);

    /// <inheritdoc cref="Ping.Send(IPAddress, int, byte[], PingOptions)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, IPAddress address, int timeout, byte[] buffer, PingOptions? options) =>
        timeout < 0 || buffer is null ? new Coroutine<PingReply>(ping.Send(address, timeout, buffer!, options)) : SendCoreAsync(ping, address, timeout, buffer, options);

    /// <inheritdoc cref="Ping.Send(IPAddress, TimeSpan, byte[], PingOptions)"/>
    /// <param name="ping">The object that sends.</param>
    public static Coroutine<PingReply> SendAsync(Ping ping, IPAddress address, TimeSpan timeout, byte[]? buffer, PingOptions? options) =>
        timeout.TotalMilliseconds is < 0 or > int.MaxValue
            ? new Coroutine<PingReply>(ping.Send(address, timeout, buffer, options))
            : SendCoreAsync(ping, address, (int)timeout.TotalMilliseconds, buffer, options);

    private static async Coroutine<PingReply> SendCoreAsync(Ping ping, string hostNameOrAddress, int timeout, byte[]? buffer, PingOptions? options) =>
        await Fair.Await(ping.SendPingAsync(hostNameOrAddress, TimeSpan.FromMilliseconds(timeout), buffer, options, Co.Token));

    private static async Coroutine<PingReply> SendCoreAsync(Ping ping, IPAddress address, int timeout, byte[]? buffer, PingOptions? options) =>
        await Fair.Await(ping.SendPingAsync(address, TimeSpan.FromMilliseconds(timeout), buffer, options, Co.Token));
}
