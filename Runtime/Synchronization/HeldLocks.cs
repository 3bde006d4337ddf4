using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>The objects that fibers hold by <see cref="CoMonitor"/>, or wait for.</summary>
internal static class HeldLocks
{
    private const int Stripes = 16;

    private static readonly Stripe[] s_stripes = [.. Enumerable.Range(0, Stripes).Select(static _ => new Stripe())];

    /// <summary>How many objects there are in all. While there are none, nobody needs to look.</summary>
    private static int s_count;

    /// <summary>What tells fibers apart that enter <paramref name="target"/>; to be released once for each claim.</summary>
    internal static HeldLock Claim(object target)
    {
        Stripe stripe = StripeOf(target);
        lock (stripe)
        {
            if (!stripe.Held.TryGetValue(target, out HeldLock? held))
            {
                held = new HeldLock(target);
                stripe.Held.Add(target, held);
                Interlocked.Increment(ref s_count);
            }

            held.Users++;
            return held;
        }
    }

    internal static void Release(HeldLock held)
    {
        Stripe stripe = StripeOf(held.Target);
        lock (stripe)
        {
            if (--held.Users > 0) return;
            stripe.Held.Remove(held.Target);
            Interlocked.Decrement(ref s_count);
        }
    }

    /// <summary>Whether another than the coroutine that asks holds <paramref name="target"/>.</summary>
    internal static bool IsHeldByAnother(object target)
    {
        if (Volatile.Read(ref s_count) == 0) return false;
        Stripe stripe = StripeOf(target);
        lock (stripe) return stripe.Held.TryGetValue(target, out HeldLock? held) && held.Fibers is { IsHeld: true, IsReentered: false };
    }

    /// <summary>An object that <paramref name="fiber"/> holds, or null.</summary>
    internal static object? FindHeldBy(Fiber fiber)
    {
        if (Volatile.Read(ref s_count) == 0) return null;
        foreach (Stripe stripe in s_stripes)
        {
            lock (stripe)
            {
                foreach (HeldLock held in stripe.Held.Values)
                {
                    if (held.Fibers.HeldBy == fiber) return held.Target;
                }
            }
        }

        return null;
    }

    private static Stripe StripeOf(object target) => s_stripes[RuntimeHelpers.GetHashCode(target) & (Stripes - 1)];

    private sealed class Stripe
    {
        internal readonly Dictionary<object, HeldLock> Held = new(ReferenceEqualityComparer.Instance);
    }
}

/// <summary>An object that fibers hold or wait for.</summary>
internal sealed class HeldLock(object target)
{
    internal object Target => target;

    /// <summary>Which fiber holds it, and who waits.</summary>
    internal CoLock Fibers { get; } = new();

    /// <summary>How many hold it or wait for it, whoever entered it twice counting twice. Guarded by the lock on the stripe.</summary>
    internal int Users;
}
