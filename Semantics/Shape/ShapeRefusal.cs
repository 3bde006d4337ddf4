using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>One reason why a tagged method cannot be turned into a coroutine.</summary>
/// <param name="Kind">The rule that refuses.</param>
/// <param name="Location">The construct to underline.</param>
/// <param name="Detail">The construct in words, made to stand inside a sentence: <c>parameter 'buffer' is passed by ref</c>.</param>
/// <param name="Subject">The symbol spoken of: the containing type, the parameter, the member whose name is in the way; else the method.</param>
public sealed record ShapeRefusal(ShapeRefusalKind Kind, Location Location, string Detail, ISymbol Subject);
