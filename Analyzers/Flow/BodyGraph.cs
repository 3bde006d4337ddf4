using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>The control flow of one body, a coroutine's or that of a function inside: its operations in the order in which they run, and what follows what.</summary>
internal sealed class BodyGraph
{
    // What a generator of code wrote would take long, and nobody would read what is said of it.
    private const int MostBlocks = 1000;

    private readonly Lazy<ControlDependence> _dependence;

    private BodyGraph(ControlFlowGraph graph, bool isNested)
    {
        Graph = graph;
        IsNested = isNested;
        Steps = [.. graph.Blocks.Select(StepsOf)];
        Successors = GraphEdges.OfExecution(graph);
        Handlers = GraphEdges.HandlersOf(graph);
        _dependence = new Lazy<ControlDependence>(() => new ControlDependence(graph));
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>Whether it is that of a lambda or local function.</summary>
    public bool IsNested { get; }

    /// <summary>The operations of each block, parts before the whole.</summary>
    public ImmutableArray<ImmutableArray<IOperation>> Steps { get; }

    /// <summary>The blocks that may run after each. What is between <c>try</c> and its <c>finally</c> counts as run to its end.</summary>
    public ImmutableArray<ImmutableArray<int>> Successors { get; }

    /// <summary>The first blocks of the handlers that an exception in each block may reach.</summary>
    public ImmutableArray<ImmutableArray<int>> Handlers { get; }

    /// <summary>The blocks whose outcome decides whether the given one runs.</summary>
    public ImmutableArray<int> DecidersOf(int block) => _dependence.Value.Of(block);

    /// <summary>The graph of a body, and those of the functions in it that are not coroutines of their own; none for what is too large.</summary>
    public static IEnumerable<BodyGraph> AllOf(SyntaxNode declaration, SemanticModel model, Func<IMethodSymbol, bool> isOnItsOwn, CancellationToken cancellationToken)
    {
        if (FlowGraphs.Of(declaration, model, cancellationToken) is not ControlFlowGraph root)
        {
            yield break;
        }

        Stack<(ControlFlowGraph Graph, bool IsNested)> pending = new([(root, false)]);
        while (pending.Count > 0)
        {
            (ControlFlowGraph graph, bool isNested) = pending.Pop();
            if (graph.Blocks.Length > MostBlocks)
            {
                continue;
            }

            BodyGraph body = new(graph, isNested);
            yield return body;
            foreach (IMethodSymbol local in graph.LocalFunctions)
            {
                if (!isOnItsOwn(local))
                {
                    pending.Push((graph.GetLocalFunctionControlFlowGraph(local, cancellationToken), true));
                }
            }

            foreach (IFlowAnonymousFunctionOperation lambda in body.Steps.SelectMany(static steps => steps).OfType<IFlowAnonymousFunctionOperation>())
            {
                pending.Push((graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), true));
            }
        }
    }

    private static ImmutableArray<IOperation> StepsOf(BasicBlock block)
    {
        ImmutableArray<IOperation>.Builder steps = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation operation in block.Operations)
        {
            Add(operation);
        }

        if (block.BranchValue is IOperation value)
        {
            Add(value);
        }

        return steps.ToImmutable();

        void Add(IOperation operation)
        {
            if (operation is not INameOfOperation)
            {
                foreach (IOperation part in operation.ChildOperations)
                {
                    Add(part);
                }
            }

            steps.Add(operation);
        }
    }
}
