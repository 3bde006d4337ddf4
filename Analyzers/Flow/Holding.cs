using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Something that a body takes and gives back, and that is its own in between.</summary>
/// <param name="Key">What it is, the same for each time that it is taken.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Name">As a message names it.</param>
/// <param name="Taken">Where it is taken first.</param>
internal sealed record Holding(string Key, HoldingKind Kind, string Name, IOperation Taken);

internal enum HoldingKind
{
    /// <summary>A lock that is a fiber's.</summary>
    Lock,

    /// <summary>Something whose name says that it is a lock.</summary>
    PerhapsLock,

    /// <summary>A lock that stays one of the thread.</summary>
    ThreadLock,

    /// <summary>A <c>SpinLock</c>.</summary>
    SpinLock,

    /// <summary>A region of code that says that it needs its thread.</summary>
    Region,

    /// <summary>A <c>TransactionScope</c> whose transaction is the thread's.</summary>
    Transaction,
}
