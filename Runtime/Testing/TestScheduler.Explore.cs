using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class TestScheduler
{
    // Exhaustive, up to a bound on delays: to let somebody run who stands at place n of the line delays n others by a turn.
    // Most faults of ordering need one or two delays, and a bound keeps the number of orders polynomial. The search is depth
    // first and keeps nothing but the choices of the last run.

    /// <summary>Runs <paramref name="entry"/> in every order of turns that delays at most so many turns.</summary>
    /// <param name="entry">What to run. It is called once for each order, and must make its own fibers and data each time.</param>
    /// <param name="maxDelays">How far the orders may be from first in, first out.</param>
    /// <param name="maxRuns">After how many runs to stop.</param>
    /// <returns>How many runs there were, and whether those were all.</returns>
    /// <exception cref="InterleavingException">It failed in one of the orders.</exception>
    public static Exploration Explore([CoroutineEntry] Action entry, int maxDelays = 2, int maxRuns = 10_000) => Explore(Twin.Of(entry), maxDelays, maxRuns);

    /// <inheritdoc cref="Explore(Action, int, int)"/>
    [OverloadResolutionPriority(1)]
    public static Exploration Explore(Func<Coroutine> entry, int maxDelays = 2, int maxRuns = 10_000)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDelays);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRuns, 1);

        int[]? script = [];
        int runs = 0;
        while (script is not null)
        {
            if (runs == maxRuns) return new Exploration(runs, IsComplete: false);

            Interleaving.Scripted interleaving = new(script);
            FromScript(interleaving).Run(entry);
            runs++;
            script = Following(interleaving, maxDelays);
        }

        return new Exploration(runs, IsComplete: true);
    }

    /// <summary>The next script after a run: its last choice that can be raised within the bound is, and what follows is left open.</summary>
    private static int[]? Following(Interleaving.Scripted run, int maxDelays)
    {
        int delays = run.Choices.Sum();
        for (int turn = run.Choices.Count - 1; turn >= 0; turn--)
        {
            int raised = run.Choices[turn] + 1;
            if (raised < run.Counts[turn] && delays < maxDelays) return [.. run.Choices.Take(turn), raised];
            delays -= run.Choices[turn];
        }

        return null;
    }
}

/// <summary>How far <see cref="TestScheduler.Explore(Action, int, int)"/> came.</summary>
/// <param name="Runs">How many orders were run.</param>
/// <param name="IsComplete">Whether those were all within the bound.</param>
public readonly record struct Exploration(int Runs, bool IsComplete);
