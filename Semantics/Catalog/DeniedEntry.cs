namespace CoGen.Semantics.Catalog;

/// <summary>What <c>deny.tsv</c> says of a call that the naming convention would swap.</summary>
public enum DenyRule
{
    /// <summary>Do not swap; the call does not block.</summary>
    Harmless,

    /// <summary>Do not swap; the call blocks only when something that it uses does.</summary>
    Keep,

    /// <summary>Do not swap: the twin would block just the same.</summary>
    Blocks,

    /// <summary>Do not swap, unless what the call is on was created for asynchronous use in sight: else its twin throws.</summary>
    Async,

    /// <summary>An exception to a row for the whole type: do swap.</summary>
    Swap,
}

/// <summary>A row of <c>deny.tsv</c>: a member that the naming convention must not swap.</summary>
/// <param name="Member">The documentation id, or a pattern of ids, that the row stands for.</param>
/// <param name="Area">Why such members stand in the table, in one word.</param>
/// <param name="Rule">What to do with the call.</param>
/// <param name="Because">The reason, as a clause without a full stop.</param>
public sealed record DeniedEntry(string Member, string Area, DenyRule Rule, string Because)
{
    internal static DeniedEntry Parse(string[] cells) =>
        new(cells[0], cells[1], (DenyRule)Enum.Parse(typeof(DenyRule), cells[2], ignoreCase: true), cells[3]);
}
