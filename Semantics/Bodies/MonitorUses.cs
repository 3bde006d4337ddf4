using CoGen.Semantics.Patches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Finds the calls in a <c>lock</c> that stay and that only the thread may make which holds the monitor: a fiber does not hold it on every scheduler.
/// </summary>
internal static class MonitorUses
{
    /// <summary>The first such call in the body of <paramref name="node"/>: <c>Wait</c>, <c>Pulse</c> …; or null.</summary>
    public static string? FindIn(LockStatementSyntax node, SemanticModel model, KnownTypes known) => FindIn(node.Statement, model, known);

    /// <summary>The same for a body that is a lock as a whole.</summary>
    public static string? FindIn(SyntaxNode body, SemanticModel model, KnownTypes known)
    {
        foreach (SyntaxNode inner in body.DescendantNodes())
        {
            if (inner is SimpleNameSyntax { Identifier.ValueText: "Wait" or "Pulse" or "PulseAll" or "IsEntered" or "Exit" or "IsHeldByCurrentThread" } name &&
                model.GetSymbolInfo(name).Symbol is { ContainingType: { Name: "Monitor" or "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } type } symbol && !IsReplaced(name, symbol, body, known))
            {
                return $"{type.Name}.{name.Identifier.ValueText}";
            }
        }

        return null;
    }

    // What is awaited is not, in a function that somebody else may call.
    private static bool IsReplaced(SimpleNameSyntax name, ISymbol symbol, SyntaxNode body, KnownTypes known) =>
        known.Rules.Find(symbol) is { Replaces: true } rule &&
        known.Targets.Of(rule, symbol is IPropertySymbol ? PatchUse.Get : PatchUse.Call) is { IsEmpty: false } targets &&
        (targets.All(static t => !Awaitables.TryGetResult(t.ReturnType, out _)) ||
            !name.Ancestors().TakeWhile(n => n != body).Any(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
}
