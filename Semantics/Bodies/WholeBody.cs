using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>What keeps a whole body from being repeated, so that its twin calls the original and each blocking call in it stays.</summary>
internal static class WholeBody
{
    public static UnpatchedReason? ObstacleTo(IMethodSymbol method, SyntaxNode body, SemanticModel model, KnownTypes known, MemoryArguments memory)
    {
        if (TwinSignature.CallsOriginalBecause(method, known) is not null)
            return TwinSignature.HasPointers(method) ? UnpatchedReason.InUnsafe : UnpatchedReason.AcrossRefLike;
        if (IsSynchronized(method) && LockOf(method, body, model, known) is null)
            return UnpatchedReason.InLock;
        if (memory.LocalsAround(body).SpoiltParameters.Any() || RebindsParameter(body, model))
            return UnpatchedReason.AcrossRefLike;
        return UnsafeContext.IsGivenTo(body) && UnsafeContext.IsNeededBy(body, model) ? UnpatchedReason.InUnsafe : null;
    }

    /// <summary>The lock that a synchronized method takes, as a call to be awaited; null when it takes none, or one that only a thread can take.</summary>
    public static string? LockOf(IMethodSymbol method, SyntaxNode body, SemanticModel model, KnownTypes known)
    {
        if (!IsSynchronized(method) || known is not { CoMonitor: { } monitor, MonitorEnter: not null } || method.ContainingType.IsValueType || MonitorUses.FindIn(body, model, known) is not null)
            return null;

        string target = method.IsStatic ? $"typeof({method.ContainingType.ToMinimalDisplayString(model, body.SpanStart)})" : "this";
        return $"{ScopedNames.Of(monitor, model, body.SpanStart)}.EnterAsync({target})";
    }

    // What is synchronized of an iterator is only its making.
    private static bool IsSynchronized(IMethodSymbol method) =>
        ((int)method.MethodImplementationFlags & Synchronized) != 0 && IteratorShape.Of(method, CancellationToken.None) is null;

    private const int Synchronized = 32;

    // x = ref y: what the parameter referred to is out of reach from then on.
    private static bool RebindsParameter(SyntaxNode body, SemanticModel model) => body.DescendantNodes().Any(node =>
        node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: RefExpressionSyntax } && model.GetSymbolInfo(name).Symbol is IParameterSymbol);
}
