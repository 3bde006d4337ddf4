using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Paths;

/// <summary>The methods that this compilation subscribes to its own events.</summary>
internal sealed class Handlers(KnownTypes known)
{
    private readonly ConcurrentDictionary<IEventSymbol, ImmutableArray<IMethodSymbol>> _handlers = new(SymbolEqualityComparer.Default);

    private readonly Lazy<ILookup<string, AssignmentExpressionSyntax>> _subscriptions = new(
        () => known.Compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression))
            .ToLookup(static assignment => NameOf(assignment.Left)),
        LazyThreadSafetyMode.ExecutionAndPublication);

    public ImmutableArray<IMethodSymbol> Of(IEventSymbol raised, CancellationToken cancellationToken) =>
        _handlers.TryGetValue(raised.OriginalDefinition, out ImmutableArray<IMethodSymbol> handlers)
            ? handlers
            : _handlers.GetOrAdd(raised.OriginalDefinition, [.. Find(raised.OriginalDefinition, cancellationToken)]);

    private IEnumerable<IMethodSymbol> Find(IEventSymbol raised, CancellationToken cancellationToken)
    {
        foreach (AssignmentExpressionSyntax subscription in _subscriptions.Value[raised.Name])
        {
            SemanticModel model = known.Compilation.GetSemanticModel(subscription.SyntaxTree);
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(subscription.Left, cancellationToken).Symbol?.OriginalDefinition, raised)
                && model.GetSymbolInfo(subscription.Right, cancellationToken).Symbol is IMethodSymbol handler)
            {
                yield return handler;
            }
        }
    }

    private static string NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
