using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>
/// Says whose outcome decides whether a block runs: that of a block with a way past it and a way on which it is certain to come, and of all that decide on that block in turn.
/// </summary>
internal sealed class ControlDependence
{
    private readonly ImmutableArray<ImmutableArray<int>> _edges;
    private readonly BitArray[] _after;
    private readonly HashSet<int>[] _deciders;

    public ControlDependence(ControlFlowGraph graph)
    {
        _edges = LetLoopsEnd(GraphEdges.OfDecision(graph));
        _after = FindCertain();
        _deciders = FindDeciders();

        // Whether a handler or a finally runs at all is decided where its try is entered.
        foreach (BasicBlock block in graph.Blocks)
        {
            for (ControlFlowRegion? region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Finally)
                {
                    ControlFlowRegion both = region.EnclosingRegion!;
                    _deciders[block.Ordinal].UnionWith(_deciders[both.Kind == ControlFlowRegionKind.FilterAndHandler ? both.EnclosingRegion!.FirstBlockOrdinal : both.FirstBlockOrdinal]);
                }
            }
        }

        Close();
    }

    public ImmutableArray<int> Of(int block) => [.. _deciders[block].OrderBy(static other => other)];

    /// <summary>A loop without an end is given one, or nothing in it would be certain of anything.</summary>
    private static ImmutableArray<ImmutableArray<int>> LetLoopsEnd(ImmutableArray<ImmutableArray<int>> edges)
    {
        int exit = edges.Length - 1;
        HashSet<int> ending = [exit];
        for (bool grew = true; grew;)
        {
            grew = false;
            for (int block = exit - 1; block >= 0; block--)
            {
                grew |= edges[block].Any(ending.Contains) && ending.Add(block);
            }
        }

        return [.. edges.Select((next, block) => !ending.Contains(block) && next.Any(other => other <= block) ? next.Add(exit) : next)];
    }

    /// <summary>For each block those that are certain to run after it, itself among them.</summary>
    private BitArray[] FindCertain()
    {
        int count = _edges.Length;
        BitArray[] after = [.. Enumerable.Range(0, count).Select(_ => new BitArray(count, true))];
        after[count - 1].SetAll(false);
        after[count - 1][count - 1] = true;
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int block = count - 2; block >= 0; block--)
            {
                BitArray met = new(count, true);
                foreach (int next in _edges[block])
                {
                    met.And(after[next]);
                }

                met[block] = true;
                if (!AreEqual(met, after[block]))
                {
                    after[block] = met;
                    changed = true;
                }
            }
        }

        return after;
    }

    private HashSet<int>[] FindDeciders()
    {
        HashSet<int>[] deciders = [.. _edges.Select(static _ => new HashSet<int>())];
        for (int block = 0; block < _edges.Length; block++)
        {
            if (_edges[block].Length < 2)
            {
                continue;
            }

            foreach (int next in _edges[block])
            {
                for (int other = 0; other < _edges.Length; other++)
                {
                    if (_after[next][other] && (!_after[block][other] || other == block))
                    {
                        deciders[other].Add(block);
                    }
                }
            }
        }

        return deciders;
    }

    private void Close()
    {
        for (bool grew = true; grew;)
        {
            grew = false;
            foreach (HashSet<int> deciders in _deciders)
            {
                foreach (int decider in deciders.ToArray())
                {
                    int before = deciders.Count;
                    deciders.UnionWith(_deciders[decider]);
                    grew |= deciders.Count > before;
                }
            }
        }
    }

    private static bool AreEqual(BitArray one, BitArray other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }
}
