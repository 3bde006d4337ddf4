namespace CoGen.Semantics.Calls;

/// <summary>What becomes of one call in a coroutine.</summary>
public abstract record CallVerdict
{
    private CallVerdict()
    {
    }

    /// <summary>The call does not block, as far as anybody knows.</summary>
    public sealed record Harmless : CallVerdict
    {
        public static readonly Harmless Instance = new();
    }

    /// <summary>The call is swapped for its twin.</summary>
    public sealed record Patched(CallPatch Patch) : CallVerdict;

    /// <summary>The call returns values that may have to be waited for, one by one. It is swapped for its twin where each can be awaited.</summary>
    public sealed record Sequence(CallPatch Patch) : CallVerdict;

    /// <summary>The call may block and stays as it is.</summary>
    /// <param name="Reason">The rule that keeps it.</param>
    /// <param name="Detail">The reason in words; for <see cref="UnpatchedReason.NoTwin"/> what to do instead.</param>
    /// <param name="KnownToBlock">Whether the call is certain to block; else it only looks as if it might.</param>
    public sealed record Unpatched(UnpatchedReason Reason, string Detail, bool KnownToBlock) : CallVerdict;
}
