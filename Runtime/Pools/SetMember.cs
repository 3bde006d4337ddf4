namespace CoGen;

/// <summary>A fiber's place in a <see cref="FiberSet"/>. Guarded by the set's gate.</summary>
internal sealed class SetMember(FiberSet set, Fiber fiber, Slots.Loan? loan) : EndListener
{
    internal SetMember? Before;
    internal SetMember? After;

    internal bool IsIn;

    private bool _wasKilled;

    internal FiberSet Set { get; } = set;

    internal Fiber Fiber { get; } = fiber;

    /// <summary>Whose slot it was started in, if not in one of its own.</summary>
    internal Slots.Loan? Loan { get; } = loan;

    /// <summary>The place of a fiber in a set; null if it is in none there.</summary>
    internal static SetMember? Of(FiberCore? fiber, FiberSet set)
    {
        for (EndListener? listener = fiber?.Listeners; listener is not null; listener = listener.Next)
        {
            if (listener is SetMember { IsIn: true } member && member.Set == set) return member;
        }

        return null;
    }

    /// <summary>Takes the right to kill the fiber on behalf of the set, which has it once. Called outside the gate.</summary>
    internal bool TryClaimKill() => !Interlocked.Exchange(ref _wasKilled, true);

    private protected override void OnEnded() => Set.TakeOut(this, hasEnded: true);
}
