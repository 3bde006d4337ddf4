namespace CoGen.Semantics.Calls;

/// <summary>Why a blocking call stays as it is. The value is the number of the diagnostic (CG1001 …).</summary>
public enum UnpatchedReason
{
    /// <summary>It is known to block, and nothing could take its place.</summary>
    NoTwin = 1001,

    /// <summary>It stands in a lambda, local function, query or expression tree.</summary>
    InNestedFunction = 1004,

    /// <summary>It stands in the body of a <c>lock</c>.</summary>
    InLock = 1011,

    /// <summary>It stands in the filter of a <c>catch</c>.</summary>
    InCatchFilter = 1012,

    /// <summary>It stands in an <c>unsafe</c> or <c>fixed</c> block.</summary>
    InUnsafe = 1013,

    /// <summary>It is a link of a <c>?.</c> chain.</summary>
    InConditionalAccess = 1014,

    /// <summary>A span, another ref-like value or a ref is alive across it.</summary>
    AcrossRefLike = 1015,

    /// <summary>It is a property that is written in a form that no call could take the place of, or read by a pattern.</summary>
    PropertyInPlace = 1020,

    /// <summary>A method of the twin's name exists, but it does not fit.</summary>
    TwinDoesNotFit = 1016,

    /// <summary>What it takes by reference could not be reached after a yield.</summary>
    ReferenceDoesNotLast = 1017,

    /// <summary>The signature of the called method leaves its twin nothing but to call it.</summary>
    TwinCallsOriginal = 1018,

    /// <summary>It is a <c>lock</c> whose body waits for a pulse of its monitor, or gives one.</summary>
    LockStays = 1022,

    /// <summary>It returns the values of an iterator to something that cannot await them.</summary>
    SequenceOutOfLoop = 1027,
}
