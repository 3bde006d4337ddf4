using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Where a twin was found.</summary>
public enum TwinOrigin
{
    /// <summary>A rule for this member.</summary>
    Catalog,

    /// <summary>The called method is itself a coroutine.</summary>
    Coroutine,

    /// <summary>A method called <c>FooAsync</c> that fits.</summary>
    Convention,

    /// <summary>The call itself, on another thread.</summary>
    Offload,
}

/// <summary>How one blocking call becomes the call of its twin.</summary>
/// <param name="Origin">Where the twin was found.</param>
/// <param name="Call">The whole expression that blocks.</param>
/// <param name="TwinName">The twin as one would name it in a message: <c>Stream.ReadAsync</c>.</param>
/// <param name="Twin">The twin, or null when it is only generated from this very compilation.</param>
/// <param name="Opening">Edits that come before those of nested calls at the same place: what is put in front.</param>
/// <param name="Closing">Edits that come after those of nested calls at the same place: all others.</param>
public sealed record CallPatch(
    TwinOrigin Origin,
    ExpressionSyntax Call,
    string TwinName,
    IMethodSymbol? Twin,
    ImmutableArray<TextEdit> Opening,
    ImmutableArray<TextEdit> Closing)
{
    /// <summary>Whether it is awaited. What only has another name than the original simply takes its place.</summary>
    public bool IsAwaited { get; init; } = true;

    /// <summary>The anonymous functions among the arguments that become async with the call.</summary>
    public ImmutableArray<SyntaxNode> AsyncFunctions { get; init; } = [];

    /// <summary>Whether it is LINQ, which is asynchronous only together with the whole chain that it is a link of.</summary>
    public bool IsLink { get; init; }

    /// <summary>Whether its values are those of ordinary asynchronous code, which leaves the fiber.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The type that what the twin yields has to be cast to, when it yields something less special than the original; or null.</summary>
    public string? Cast { get; init; }

    /// <summary>The variables that must become references or memory for the twin to take them.</summary>
    public ImmutableArray<ISymbol> Variables { get; init; } = [];

    /// <summary>Where such a variable is named as the object that it has become: the twin takes this, not its value.</summary>
    public ImmutableArray<SyntaxNode> AsIs { get; init; } = [];

    /// <summary>The arguments that the twin takes as objects, where the original took a variable or span that no yield may come after.</summary>
    public ImmutableArray<ArgumentSyntax> Passed { get; init; } = [];

    /// <summary>What is put in front of all else: the name that the call gives no more to an element of a tuple or an anonymous object.</summary>
    public string Label { get; init; } = "";
}
