using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Values;

/// <summary>The uses of a local that holds a coroutine.</summary>
internal sealed class CoroutineLocal
{
    private readonly ILocalSymbol _local;
    private readonly List<ILocalReferenceOperation> _uses = [];
    private readonly List<IOperation> _calls = [];

    private CoroutineLocal(ILocalSymbol local) => _local = local;

    public static CoroutineLocal Of(ILocalSymbol local, IOperation within)
    {
        IOperation root = within;
        while (root.Parent is IOperation parent)
        {
            root = parent;
        }

        CoroutineLocal found = new(local);
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IInvocationOperation call && CoroutineValue.FateOf(call, out ILocalSymbol? target) == CoroutineFate.Local && SymbolEqualityComparer.Default.Equals(target, local))
            {
                found._calls.Add(call);
            }

            if (operation is ILocalReferenceOperation { IsDeclaration: false } reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(reference.Parent is IAssignmentOperation assignment && assignment.Target == reference))
            {
                found._uses.Add(reference);
            }
        }

        return found;
    }

    /// <summary>Whether <paramref name="call"/> is the first that sets it.</summary>
    public bool BeginsWith(IOperation call) => _calls.All(other => other.Syntax.SpanStart >= call.Syntax.SpanStart);

    /// <summary>Whether nobody ever reads it.</summary>
    public bool IsUnused => _uses.Count == 0;

    /// <summary>The uses that are not as they should be, each with what becomes of the coroutine there.</summary>
    public IEnumerable<(ILocalReferenceOperation Use, CoroutineFate Fate)> Misuses()
    {
        foreach (ILocalReferenceOperation use in _uses)
        {
            CoroutineFate fate = CoroutineValue.FateOf(use, out _);
            if (fate is CoroutineFate.Stored or CoroutineFate.Boxed)
            {
                yield return (use, fate);
            }
        }
    }

    /// <summary>A use in a function inside the one that the local belongs to, which may run any number of times.</summary>
    public ILocalReferenceOperation? Captured() => _uses.FirstOrDefault(use => use.Parent is not IPropertyReferenceOperation && Function(use) is IMethodSymbol function && !SymbolEqualityComparer.Default.Equals(function, _local.ContainingSymbol));

    /// <summary>The references that await the coroutine, or make a task of it, when that may have happened before.</summary>
    public IEnumerable<IOperation> Again(ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        if (_uses.Count(IsConsumed) == 0)
        {
            return [];
        }

        bool[] consumed = new bool[graph.Blocks.Length];
        bool[] reached = new bool[graph.Blocks.Length];
        Dictionary<SyntaxNode, IOperation> again = [];
        Queue<BasicBlock> pending = new([graph.Blocks[0]]);
        reached[0] = true;
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BasicBlock block = pending.Dequeue();
            bool state = consumed[block.Ordinal];
            bool ever = state;
            foreach (IOperation operation in block.Operations.Concat(block.BranchValue is IOperation branch ? [branch] : []).SelectMany(InOrder))
            {
                if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, _local))
                {
                    state = false;
                }
                else if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, _local) && IsConsumed(reference))
                {
                    if (state)
                    {
                        again[reference.Syntax] = reference;
                    }

                    state = ever = true;
                }
            }

            Enter(block.FallThroughSuccessor?.Destination, state);
            Enter(block.ConditionalSuccessor?.Destination, state);
            for (ControlFlowRegion? region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: ControlFlowRegion attempt })
                {
                    foreach (ControlFlowRegion handler in attempt.NestedRegions.Skip(1))
                    {
                        Enter(graph.Blocks[handler.FirstBlockOrdinal], ever);
                    }
                }
            }
        }

        return again.Values;

        void Enter(BasicBlock? next, bool state)
        {
            if (next is not null && (!reached[next.Ordinal] || (state && !consumed[next.Ordinal])))
            {
                reached[next.Ordinal] = true;
                consumed[next.Ordinal] |= state;
                pending.Enqueue(next);
            }
        }
    }

    private static bool IsConsumed(ILocalReferenceOperation use) => use.Parent switch
    {
        IAwaitOperation => true,
        IInvocationOperation { TargetMethod.Name: "AsTask" or "AsValueTask" or "GetAwaiter" } call => call.Instance == use,
        _ => false,
    };

    private static IMethodSymbol? Function(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }

    // Operands come before what is made of them.
    private static IEnumerable<IOperation> InOrder(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            foreach (IOperation inner in InOrder(child))
            {
                yield return inner;
            }
        }

        yield return operation;
    }
}
