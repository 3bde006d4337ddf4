using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Initializers;

/// <summary>Where a coroutine uses something, or runs code that does.</summary>
internal sealed record Trigger(IMethodSymbol Coroutine, Location Place);
