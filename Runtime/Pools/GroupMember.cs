namespace CoGen;

/// <summary>A fiber's place in a <see cref="FiberGroup"/>. Guarded by the group's gate.</summary>
internal sealed class GroupMember(FiberGroup group, Fiber fiber, Slots.Loan? loan) : EndListener
{
    internal GroupMember? Before;
    internal GroupMember? After;

    internal bool IsIn;

    private bool _wasKilled;

    internal FiberGroup Group { get; } = group;

    internal Fiber Fiber { get; } = fiber;

    /// <summary>Whose slot it was started in, if not in one of its own.</summary>
    internal Slots.Loan? Loan { get; } = loan;

    /// <summary>The place of a fiber in a group; null if it is in none there.</summary>
    internal static GroupMember? Of(FiberCore? fiber, FiberGroup group)
    {
        for (EndListener? listener = fiber?.Listeners; listener is not null; listener = listener.Next)
        {
            if (listener is GroupMember { IsIn: true } member && member.Group == group) return member;
        }

        return null;
    }

    /// <summary>Takes the right to kill the fiber on behalf of the group, which has it once. Called outside the gate.</summary>
    internal bool TryClaimKill() => !Interlocked.Exchange(ref _wasKilled, true);

    private protected override void OnEnded() => Group.TakeOut(this, hasEnded: true);
}
