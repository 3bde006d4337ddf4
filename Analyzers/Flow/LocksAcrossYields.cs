using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Flow;

/// <summary>A lock that a coroutine holds while it yields.</summary>
/// <param name="Key">The lock, as <see cref="Holdings"/> calls it.</param>
/// <param name="Holder">The coroutine.</param>
/// <param name="Yield">Its first yield with the lock.</param>
internal sealed record LockAcrossYield(string Key, IMethodSymbol Holder, YieldPoint Yield);

/// <summary>Finds what the coroutines of a type lock across a yield, once for each type that somebody asks about.</summary>
internal sealed class LocksAcrossYields(KnownTypes known)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<LockAcrossYield>> _types = new(SymbolEqualityComparer.Default);

    public LockAcrossYield? Find(INamedTypeSymbol type, string key, CancellationToken cancellationToken)
    {
        if (!_types.TryGetValue(type, out ImmutableArray<LockAcrossYield> locks))
        {
            locks = _types.GetOrAdd(type, [.. FindAll(type, cancellationToken)]);
        }

        return locks.FirstOrDefault(found => found.Key == key);
    }

    private IEnumerable<LockAcrossYield> FindAll(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SemanticModel? model = null;
            foreach (LockStatementSyntax statement in reference.GetSyntax(cancellationToken).DescendantNodes().OfType<LockStatementSyntax>())
            {
                SyntaxNode? member = statement.Ancestors().FirstOrDefault(static node => node is MethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax);
                model ??= known.Compilation.GetSemanticModel(reference.SyntaxTree);
                ISymbol? symbol = member is null ? null : model.GetDeclaredSymbol(member, cancellationToken);
                if ((symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod) is IMethodSymbol method
                    && AnalyzedCoroutine.Of(method, member!, model, known, cancellationToken) is AnalyzedCoroutine body)
                {
                    foreach (LockAcrossYield found in In(body, cancellationToken))
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    private IEnumerable<LockAcrossYield> In(AnalyzedCoroutine body, CancellationToken cancellationToken)
    {
        ImmutableArray<YieldPoint> points = YieldPoints.In(body);
        HashSet<SyntaxNode> patched = [.. body.Analysis.Patched.Select(static call => (SyntaxNode)call.Patch.Call)];
        ImmutableHashSet<ISymbol> none = [];
        foreach (BodyGraph graph in points.IsEmpty ? [] : BodyGraph.AllOf(body.Declaration, body.Model, local => known.IsCoroutine(local) && CoroutineShape.HasTwin(local, known, cancellationToken), cancellationToken))
        {
            YieldSteps yields = new(graph, points);
            Holdings holdings = new(graph, new Places(graph, none), patched.Contains);
            HeldAnalysis held = new(graph, holdings, cancellationToken);
            foreach (IOperation step in graph.Steps.SelectMany(static steps => steps))
            {
                if (yields.At(step) is { Kind: not YieldKind.BriefLock } point)
                {
                    ulong bits = held.At(step) & ~holdings.LentBy(step) & holdings.Of(HoldingKind.Lock);
                    for (int i = 0; i < holdings.All.Count; i++)
                    {
                        if ((bits & (1UL << i)) != 0)
                        {
                            yield return new LockAcrossYield(holdings.All[i].Key, body.Method, point);
                        }
                    }
                }
            }
        }
    }
}
