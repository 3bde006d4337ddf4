using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Reads from the compiler's graph which block may follow which.</summary>
internal static class GraphEdges
{
    /// <summary>The edges along which a body runs: by way of the <c>finally</c> blocks that a jump leaves through.</summary>
    public static ImmutableArray<ImmutableArray<int>> OfExecution(ControlFlowGraph graph)
    {
        SortedSet<int>[] edges = NewEdges(graph);
        foreach (ControlFlowBranch branch in graph.Blocks.SelectMany(BranchesOf))
        {
            int from = branch.Source.Ordinal;
            foreach (ControlFlowRegion region in branch.FinallyRegions)
            {
                edges[from].Add(region.FirstBlockOrdinal);
                from = region.LastBlockOrdinal;
            }

            edges[from].Add(branch.Destination!.Ordinal);
        }

        return ToImmutable(edges);
    }

    /// <summary>The edges by which it is decided what runs: a jump goes where it leads to, and a <c>finally</c> is left out of the way.</summary>
    public static ImmutableArray<ImmutableArray<int>> OfDecision(ControlFlowGraph graph)
    {
        SortedSet<int>[] edges = NewEdges(graph);
        int exit = graph.Blocks.Length - 1;
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (ControlFlowBranch branch in BranchesOf(block))
            {
                edges[block.Ordinal].Add(branch.Destination!.Ordinal);
            }

            // What throws, and the end of a finally.
            if (edges[block.Ordinal].Count == 0 && block.Ordinal != exit)
            {
                edges[block.Ordinal].Add(exit);
            }
        }

        return ToImmutable(edges);
    }

    /// <summary>For each block where control goes when something in it throws.</summary>
    public static ImmutableArray<ImmutableArray<int>> HandlersOf(ControlFlowGraph graph) =>
    [
        .. graph.Blocks.Select(static block =>
        {
            ImmutableArray<int>.Builder handlers = ImmutableArray.CreateBuilder<int>();
            for (ControlFlowRegion? region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } both })
                {
                    handlers.AddRange(both.NestedRegions.Where(other => other.Kind != ControlFlowRegionKind.Try).Select(static other => other.FirstBlockOrdinal));
                }
            }

            return handlers.ToImmutable();
        }),
    ];

    private static SortedSet<int>[] NewEdges(ControlFlowGraph graph) => [.. graph.Blocks.Select(static _ => new SortedSet<int>())];

    private static ImmutableArray<ImmutableArray<int>> ToImmutable(SortedSet<int>[] edges) => [.. edges.Select(static set => set.ToImmutableArray())];

    private static IEnumerable<ControlFlowBranch> BranchesOf(BasicBlock block)
    {
        if (block.ConditionalSuccessor is { Destination: not null } conditional)
        {
            yield return conditional;
        }

        if (block.FallThroughSuccessor is { Destination: not null } next)
        {
            yield return next;
        }
    }
}
