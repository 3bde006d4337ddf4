using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Finds the yield points again among the operations of a graph, where the compiler has written out loops and blocks.</summary>
internal sealed class YieldSteps
{
    private readonly ILookup<SyntaxNode, YieldPoint> _points;
    private readonly Dictionary<IOperation, YieldPoint> _found = [];

    public YieldSteps(BodyGraph body, ImmutableArray<YieldPoint> points)
    {
        _points = points.ToLookup(static point => point.Call);
        foreach (IOperation step in body.Steps.SelectMany(static steps => steps))
        {
            if (Find(step) is YieldPoint point)
            {
                _found.Add(step, point);
            }
        }
    }

    public bool Any => _found.Count > 0;

    public YieldPoint? At(IOperation operation) => _found.TryGetValue(operation, out YieldPoint? point) ? point : null;

    private YieldPoint? Find(IOperation operation)
    {
        if (!operation.IsImplicit)
        {
            return _points[operation.Syntax].FirstOrDefault(static point => point.Kind == YieldKind.Call);
        }

        // A lock that the graph does not understand; see Holdings.Around.
        if (operation is IInvalidOperation)
        {
            return _points[operation.Syntax].FirstOrDefault(static point => point.Kind is YieldKind.Lock or YieldKind.BriefLock);
        }

        return operation is not IInvocationOperation call ? null : call.TargetMethod.Name switch
        {
            "Enter" or "EnterScope" => _points[call.Syntax].FirstOrDefault(static point => point.Kind is YieldKind.Lock or YieldKind.BriefLock),
            "MoveNext" => _points[call.Syntax].FirstOrDefault(static point => point.Kind == YieldKind.Loop),
            "Dispose" or "DisposeAsync" => _points[call.Syntax is VariableDeclaratorSyntax { Initializer.Value: ExpressionSyntax value } ? value : call.Syntax]
                .FirstOrDefault(static point => point.Kind == YieldKind.End),
            _ => null,
        };
    }
}
