using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Bodies;

/// <summary>A call that is swapped for its twin.</summary>
/// <param name="Symbol">The method or property that the user calls.</param>
/// <param name="Patch">What takes its place.</param>
/// <param name="Location">The name of the called member.</param>
public sealed record PatchedCall(ISymbol Symbol, CallPatch Patch, Location Location)
{
    /// <summary>Whether it returns values that are waited for one by one, by whoever takes them.</summary>
    public bool IsSequence { get; init; }
}

/// <summary>A call that may block and stays as it is.</summary>
/// <param name="Symbol">The method, property or constructor that is called.</param>
/// <param name="Reason">The rule that keeps it.</param>
/// <param name="Detail">The reason in words; for <see cref="UnpatchedReason.NoTwin"/> what to do instead.</param>
/// <param name="KnownToBlock">Whether the call is certain to block; else it only looks as if it might.</param>
/// <param name="Location">The name of the called member.</param>
public sealed record UnpatchedCall(ISymbol Symbol, UnpatchedReason Reason, string Detail, bool KnownToBlock, Location Location);

/// <summary>Everything there is to say about the body of one tagged method.</summary>
/// <param name="Edits">What turns the body's text into the twin's, in order; edits at one place come in the order in which their text does.</param>
/// <param name="Patched">The calls that are swapped.</param>
/// <param name="Unpatched">The calls that stay, though they may block.</param>
/// <param name="Refusal">Why the body is not repeated at all, or null. The twin then calls the original.</param>
public sealed record CoroutineAnalysis(
    ImmutableArray<TextEdit> Edits,
    ImmutableArray<PatchedCall> Patched,
    ImmutableArray<UnpatchedCall> Unpatched,
    BodyRefusal? Refusal)
{
    /// <summary>Statements that come before all others, without line breaks.</summary>
    public string Prologue { get; init; } = "";

    /// <summary>What ends the body after all else.</summary>
    public string Epilogue { get; init; } = "";

    /// <summary>Whether the body could not be compiled in the twin, for a reason that is told at each blocking call in it.</summary>
    public bool IsKept { get; init; }

    private static readonly CoroutineAnalysis s_nothing = new([], [], [], null);

    /// <summary>Whether the body has anything that a twin could wait for.</summary>
    public bool Awaits => !Patched.IsEmpty;

    /// <summary>Walks the body of <paramref name="declaration"/> once.</summary>
    /// <param name="method">The tagged method.</param>
    /// <param name="declaration">The declaration that has its body.</param>
    /// <param name="model">The model of the file it stands in.</param>
    /// <param name="known">The known types of the compilation.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <param name="awaited">Which parameters are delegates whose calls are awaited; see <see cref="AwaitedDelegates"/>.</param>
    public static CoroutineAnalysis Of(
        IMethodSymbol method, SyntaxNode declaration, SemanticModel model, KnownTypes known, CancellationToken cancellationToken,
        ImmutableArray<int> awaited = default)
    {
        if (BodyDeclaration.Of(declaration) is not { Body: { } body } parts)
            return s_nothing;
        BodyRefusal? refusal = BodyRefusal.Of(method, parts, body, known, cancellationToken);
        if (refusal?.Kind == BodyRefusalKind.Broken)
            return s_nothing with { Refusal = refusal };

        BodyWalker walker = new(method, body, model, known, cancellationToken, awaited);
        walker.Visit(body);
        CoroutineAnalysis analysis = walker.ToAnalysis();
        return refusal is null ? analysis : analysis with { Edits = [], Refusal = refusal };
    }
}
