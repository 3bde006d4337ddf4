using System.Globalization;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>Calls <paramref name="body"/>, and fails if it has never let others run: for tests. gevent's <c>assert_switches</c>.</summary>
    /// <param name="body"><inheritdoc cref="Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <exception cref="NoSwitchException">It has not waited, nor yielded.</exception>
    /// <remarks>Calls may be nested. An error of the body is thrown as it is, whatever it has done before. It begins with a turn of the others.</remarks>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void AssertSwitches([CoroutineEntry] Action body) => AssertSwitches(Twin.Of(body));

    /// <inheritdoc cref="AssertSwitches(Action)"/>
    [OverloadResolutionPriority(1)]
    public static void AssertSwitches(Func<Coroutine> body) => AssertSwitches(body, Timeout.InfiniteTimeSpan);

    /// <summary>Calls <paramref name="body"/>, and fails if it has never let others run, or not for longer than <paramref name="longest"/>.</summary>
    /// <param name="body"><inheritdoc cref="Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <param name="longest">How long, in real time, it may run between two waits; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="NoSwitchException">It has not waited, or has run for longer between two waits.</exception>
    /// <inheritdoc cref="AssertSwitches(Action)"/>
    public static void AssertSwitches([CoroutineEntry] Action body, TimeSpan longest) => AssertSwitches(Twin.Of(body), longest);

    /// <inheritdoc cref="AssertSwitches(Action, TimeSpan)"/>
    [OverloadResolutionPriority(1)]
    public static void AssertSwitches(Func<Coroutine> body, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(body);
        longest = Time.Require(longest);
        using MainTurn turn = MainTurn.Begin("Co.AssertSwitches");
        turn.Wait(AssertSwitchesAsync(body, longest));
    }

    /// <inheritdoc cref="AssertSwitches(Action)"/>
    public static Coroutine AssertSwitchesAsync([CoroutineEntry] Action body) => AssertSwitchesAsync(Twin.Of(body));

    /// <inheritdoc cref="AssertSwitches(Action)"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine AssertSwitchesAsync(Func<Coroutine> body) => AssertSwitchesAsync(body, Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="AssertSwitches(Action, TimeSpan)"/>
    public static Coroutine AssertSwitchesAsync([CoroutineEntry] Action body, TimeSpan longest) => AssertSwitchesAsync(Twin.Of(body), longest);

    /// <inheritdoc cref="AssertSwitches(Action, TimeSpan)"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine AssertSwitchesAsync(Func<Coroutine> body, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(body);
        return AssertSwitchesOf(body, Time.Require(longest));
    }

    private static async Coroutine AssertSwitchesOf(Func<Coroutine> body, TimeSpan longest)
    {
        if (Carrier.Current.Fiber is not { } fiber) throw new InvalidOperationException("Only a fiber, or plain code, has turns: this is async code outside any fiber.");
        TurnMeter meter = new(fiber);
        Observation.Add(meter);
        try
        {
            // From a turn on that the meter sees.
            await TurnWait.Begin();
            meter.Begin();
            await body();
            meter.End();
        }
        finally
        {
            Observation.Remove(meter);
        }

        if (meter.Count == 0) throw new NoSwitchException($"Fiber '{fiber.Name}' has not let others run: the code has neither waited nor yielded.");
        if (longest != Timeout.InfiniteTimeSpan && meter.Longest > longest)
        {
            throw new NoSwitchException(string.Create(
                CultureInfo.InvariantCulture,
                $"Fiber '{fiber.Name}' has not let others run for {meter.Longest.TotalMilliseconds:0} ms. No more than {longest.TotalMilliseconds:0} ms are allowed."));
        }
    }
}
