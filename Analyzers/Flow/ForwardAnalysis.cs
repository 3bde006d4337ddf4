using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Carries a state forward through a body until nothing changes any more, and then once along each block to see what it says.</summary>
/// <typeparam name="TState">What is known at a point. Equality is by value.</typeparam>
internal abstract class ForwardAnalysis<TState>(BodyGraph body)
    where TState : class
{
    protected BodyGraph Body { get; } = body;

    /// <summary>What is known at the beginning.</summary>
    protected abstract TState Begin();

    protected abstract TState Copy(TState state);

    /// <summary>Adds to <paramref name="state"/> what holds on another way to the same point; whether that changed anything.</summary>
    protected abstract bool Join(TState state, TState other);

    /// <summary>What <paramref name="operation"/>, whose parts have run, makes of <paramref name="state"/>.</summary>
    protected abstract void Step(TState state, IOperation operation, int block, bool isLast);

    /// <summary>What is left of a state at the end of a block.</summary>
    protected virtual void Leave(TState state, int block)
    {
    }

    protected void Run(CancellationToken cancellationToken)
    {
        TState?[] entries = new TState?[Body.Steps.Length];
        entries[0] = Begin();
        SortedSet<int> pending = [0];
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int block = pending.Min;
            pending.Remove(block);
            TState state = Copy(entries[block]!);
            Through(state, block);
            foreach (int next in Body.Successors[block])
            {
                Reach(next, state);
            }

            foreach (int handler in Body.Handlers[block])
            {
                Reach(handler, entries[block]!);
                Reach(handler, state);
            }
        }

        IsSettled = true;
        for (int block = 0; block < entries.Length; block++)
        {
            if (entries[block] is TState entry)
            {
                Through(Copy(entry), block);
            }
        }

        void Reach(int block, TState state)
        {
            if (entries[block] is not TState known)
            {
                entries[block] = Copy(state);
                pending.Add(block);
            }
            else if (Join(known, state))
            {
                pending.Add(block);
            }
        }
    }

    /// <summary>Whether the states are final, so that what is seen may be told.</summary>
    protected bool IsSettled { get; private set; }

    private void Through(TState state, int block)
    {
        for (int i = 0; i < Body.Steps[block].Length; i++)
        {
            Step(state, Body.Steps[block][i], block, isLast: i == Body.Steps[block].Length - 1);
        }

        Leave(state, block);
    }
}
