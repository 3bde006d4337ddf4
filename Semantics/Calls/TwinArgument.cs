using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>How one expression is written where a reference or memory is wanted in place of a variable or span.</summary>
/// <param name="Variables">The variables that must become references or memory for it.</param>
/// <param name="AsIs">Where they are named as such.</param>
/// <param name="Opening">Edits that come before those inside the expression.</param>
/// <param name="Closing">Edits that come after them.</param>
/// <param name="Type">The type that it then has.</param>
internal sealed record TwinArgument(
    ImmutableArray<ISymbol> Variables, ImmutableArray<SyntaxNode> AsIs, ImmutableArray<TextEdit> Opening, ImmutableArray<TextEdit> Closing, ITypeSymbol Type);
