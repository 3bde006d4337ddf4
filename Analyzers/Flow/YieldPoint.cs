using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>A place at which a coroutine may let others run.</summary>
/// <param name="Call">The expression that waits: of a loop or a block its source or resource.</param>
/// <param name="Kind">What waits there.</param>
/// <param name="Name">What is called, as a message names it.</param>
/// <param name="Twin">What is called in its place, as a message names it; null where it runs on a worker thread.</param>
/// <param name="Location">The name of the called member, or the keyword.</param>
internal sealed record YieldPoint(SyntaxNode Call, YieldKind Kind, string Name, string? Twin, Location Location);

/// <summary>What waits at a yield point.</summary>
internal enum YieldKind
{
    /// <summary>A call, a read or write of a property, or a creation.</summary>
    Call,

    /// <summary>The entry of a <c>lock</c>.</summary>
    Lock,

    /// <summary>The entry of a <c>lock</c> in which nothing waits.</summary>
    BriefLock,

    /// <summary>Each step of a <c>foreach</c>.</summary>
    Loop,

    /// <summary>The end of a <c>using</c>.</summary>
    End,

    /// <summary>The entry of a method that is a lock as a whole.</summary>
    Entry,
}
