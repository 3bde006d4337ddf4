using System.Numerics;

namespace CoGen;

public sealed partial class PoolScheduler
{
    /// <summary>The fibers that have begun and not ended, by the low bits of their ids, so that threads seldom meet.</summary>
    private readonly Stripe[] _stripes = CreateStripes();

    /// <inheritdoc/>
    public override int SuspendedCount
    {
        get
        {
            int count = 0;
            foreach (Stripe stripe in _stripes)
            {
                lock (stripe) count += stripe.Fibers.Count;
            }

            return count;
        }
    }

    internal override void Register(FiberCore fiber)
    {
        Stripe stripe = StripeOf(fiber);
        lock (stripe) stripe.Fibers.Add(fiber);
    }

    internal override void Unregister(FiberCore fiber)
    {
        Stripe stripe = StripeOf(fiber);
        lock (stripe) stripe.Fibers.Remove(fiber);
    }

    private static Stripe[] CreateStripes()
    {
        Stripe[] stripes = new Stripe[BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 2)];
        for (int i = 0; i < stripes.Length; i++) stripes[i] = new Stripe();
        return stripes;
    }

    private Stripe StripeOf(FiberCore fiber) => _stripes[(int)fiber.Id & (_stripes.Length - 1)];

    /// <summary>The fibers that have waited and not ended.</summary>
    private List<FiberCore> Suspended()
    {
        List<FiberCore> fibers = [];
        foreach (Stripe stripe in _stripes)
        {
            lock (stripe) fibers.AddRange(stripe.Fibers.Fibers);
        }

        return fibers;
    }

    private sealed class Stripe
    {
        internal FiberSet Fibers = new();
    }
}
