namespace CoGen.Tests.Linearizability;

// After Wing and Gong: a history is linearizable if its calls can be put in one order, in which each is possible after those
// before it, and in which a call that had returned before another began stands before it.

/// <summary>The calls that fibers and threads made on one object, at what times, and with what outcomes.</summary>
/// <typeparam name="TState">The state of the object's model: immutable, compared by value.</typeparam>
internal sealed class History<TState>(TState initial)
    where TState : class
{
    private readonly List<Operation<TState>> _operations = [];
    private int _time;

    /// <summary>The time now. Each moment is another.</summary>
    internal int Now() => Interlocked.Increment(ref _time);

    /// <summary>Notes a call that returned just now.</summary>
    internal void Note(string name, int invoked, Func<TState, TState?> apply)
    {
        int returned = Now();
        lock (_operations) _operations.Add(new Operation<TState>(name, apply, invoked, returned));
    }

    /// <summary>Fails unless the calls can be explained as made one after another.</summary>
    internal void ShouldBeLinearizable()
    {
        Operation<TState>[] all = [.. _operations.OrderBy(operation => operation.Invoked)];
        Assert.InRange(all.Length, 1, 64);
        Assert.True(
            CanOrder(initial, 0, all, []),
            "No order of these calls explains them:" + string.Concat(all.Select(o => $"{Environment.NewLine}  {o.Invoked,3}-{o.Returned,3} {o.Name}")));
    }

    // The state is that after the calls that are done, which have a bit each.
    private static bool CanOrder(TState state, ulong done, Operation<TState>[] all, HashSet<(ulong, TState)> hopeless)
    {
        if (done == ulong.MaxValue >> (64 - all.Length)) return true;
        if (hopeless.Contains((done, state))) return false;

        int firstReturn = int.MaxValue;
        for (int i = 0; i < all.Length; i++)
        {
            if ((done >> i & 1) == 0) firstReturn = Math.Min(firstReturn, all[i].Returned);
        }

        for (int i = 0; i < all.Length && all[i].Invoked < firstReturn; i++)
        {
            if ((done >> i & 1) == 0 && all[i].Apply(state) is { } next && CanOrder(next, done | 1UL << i, all, hopeless)) return true;
        }

        hopeless.Add((done, state));
        return false;
    }
}
