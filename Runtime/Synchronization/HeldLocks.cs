using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>The locks of threads that fibers hold, or wait for.</summary>
internal static class HeldLocks
{
    private const int Stripes = 16;

    private static readonly Stripe[] s_stripes = [.. Enumerable.Range(0, Stripes).Select(static _ => new Stripe())];

    /// <summary>How many there are in all. While there are none, nobody needs to look.</summary>
    private static int s_count;

    /// <summary>What tells fibers apart that enter <paramref name="target"/>; to be released once for each claim.</summary>
    internal static HeldLock Claim(ThreadLock target)
    {
        Stripe stripe = StripeOf(target.Target);
        lock (stripe)
        {
            if (!stripe.Held.TryGetValue(target.Target, out HeldLock? held))
            {
                if (!stripe.Spare.TryPop(out held)) held = new HeldLock();
                held.Target = target;
                stripe.Held.Add(target.Target, held);
                Interlocked.Increment(ref s_count);
            }

            held.Users++;
            return held;
        }
    }

    internal static void Release(HeldLock held)
    {
        Stripe stripe = StripeOf(held.Target.Target);
        lock (stripe)
        {
            if (--held.Users > 0) return;
            stripe.Held.Remove(held.Target.Target);
            Interlocked.Decrement(ref s_count);
            held.Target = default;
            if (stripe.Spare.Count < Stripe.MostSpare) stripe.Spare.Push(held);
        }
    }

    /// <summary>Whether another than the coroutine that asks holds <paramref name="target"/>.</summary>
    internal static bool IsHeldByAnother(object target)
    {
        if (Volatile.Read(ref s_count) == 0) return false;
        Stripe stripe = StripeOf(target);
        lock (stripe) return stripe.Held.TryGetValue(target, out HeldLock? held) && held.Fibers is { IsHeld: true, IsReentered: false };
    }

    /// <summary>Whether fibers hold <paramref name="target"/>.</summary>
    /// <param name="target">The object.</param>
    /// <param name="mine">The hold of the code that asks, if it is that.</param>
    /// <returns>Whether any does.</returns>
    internal static bool IsHeld(object target, out HeldLock? mine)
    {
        mine = null;
        if (Volatile.Read(ref s_count) == 0) return false;
        Stripe stripe = StripeOf(target);
        lock (stripe)
        {
            if (!stripe.Held.TryGetValue(target, out HeldLock? held) || !held.Fibers.IsHeld) return false;
            if (held.Fibers.IsHeldByCurrent) mine = held;
            return true;
        }
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
                    if (held.Fibers.HeldBy == fiber) return held.Target.Target;
                }
            }
        }

        return null;
    }

    /// <summary>Whether any is held by a fiber of <paramref name="loop"/>.</summary>
    internal static bool IsAnyHeldOn(LoopScheduler loop) => Volatile.Read(ref s_count) != 0 && All().Exists(held => held.Holder.SchedulerOrNull == loop);

    /// <summary>All that fibers hold, each with its holder.</summary>
    internal static List<(Fiber Holder, string Lock)> All()
    {
        List<(Fiber, string)> all = [];
        if (Volatile.Read(ref s_count) == 0) return all;
        foreach (Stripe stripe in s_stripes)
        {
            lock (stripe)
            {
                foreach (HeldLock held in stripe.Held.Values)
                {
                    if (held.Fibers.HeldBy is { } holder) all.Add((holder, held.ToString()));
                }
            }
        }

        return all;
    }

    private static Stripe StripeOf(object target) => s_stripes[RuntimeHelpers.GetHashCode(target) & (Stripes - 1)];

    private sealed class Stripe
    {
        internal const int MostSpare = 16;

        internal readonly Dictionary<object, HeldLock> Held = new(ReferenceEqualityComparer.Instance);

        /// <summary>Those that nobody uses now.</summary>
        internal readonly Stack<HeldLock> Spare = new();
    }
}

/// <summary>A lock of threads that fibers hold or wait for.</summary>
internal sealed class HeldLock
{
    internal HeldLock() => Fibers = new CoLock { StandsFor = this };

    /// <summary>The lock. It is another one in another life of this object.</summary>
    internal ThreadLock Target { get; set; }

    /// <summary>Which fiber holds it, and who waits.</summary>
    internal CoLock Fibers { get; }

    /// <summary>How often the fiber's thread has entered it for the fiber that holds it, whose this is.</summary>
    internal int ThreadDepth { get; set; }

    /// <summary>How many hold it or wait for it, whoever entered it twice counting twice. Guarded by the lock on the stripe.</summary>
    internal int Users;

    public override string ToString() => Target.Target is null ? "a lock" : Target.ToString();
}
