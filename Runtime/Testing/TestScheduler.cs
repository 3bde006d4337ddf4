using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Runs a program once, in virtual time, in one of the orders that its fibers could take their turns in; the same every time.
/// Run it under many seeds, or <see cref="Explore(Action, int, int)"/> all orders up to a bound, to find what goes wrong only sometimes.
/// </summary>
/// <remarks>
/// Fibers are switched only where they wait; between two waits a fiber runs alone, as on every <see cref="LoopScheduler"/>.
/// Used by one thread, for one run.
/// </remarks>
public sealed partial class TestScheduler
{
    private readonly LoopScheduler _loop;
    private readonly List<Exception> _failures = [];

    /// <summary>How to make the same scheduler again, as C#.</summary>
    private readonly Func<string> _source;

    private TestScheduler(Interleaving interleaving, int seed, Func<string> source)
    {
        Random = new Random(seed);
        _source = source;
        _loop = new LoopScheduler(Clock, null, interleaving);
        _loop.FiberFailed += (_, failed) => _failures.Add(failed.Error);
    }

    /// <summary>The clock of the run. It stands still while a fiber runs, and jumps when all wait.</summary>
    public VirtualClock Clock { get; } = new();

    /// <summary>Chance for the program itself, that comes out the same each time: of the seed, but independent of the order of turns.</summary>
    public Random Random { get; }

    /// <summary>Whether fibers may fail without anybody taking the error. If not, which is the default, the run fails with it.</summary>
    public bool ToleratesFailures { get; set; }

    /// <summary>Creates a scheduler that chooses at random who runs next.</summary>
    /// <param name="seed">The same seed makes the same choices.</param>
    /// <returns>The scheduler.</returns>
    public static TestScheduler FromSeed(int seed) => new(new Interleaving.Seeded(seed), seed, () => $"TestScheduler.FromSeed({seed})");

    /// <summary>Creates a scheduler that chooses as told, and then first in, first out.</summary>
    /// <param name="choices">For each turn at which several are ready, who runs: 0 is who has waited longest.</param>
    /// <returns>The scheduler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A choice is negative.</exception>
    public static TestScheduler FromChoices(params ReadOnlySpan<int> choices)
    {
        foreach (int choice in choices) ArgumentOutOfRangeException.ThrowIfNegative(choice, nameof(choices));
        return FromScript(new Interleaving.Scripted(choices.ToArray()));
    }

    /// <summary>Runs <paramref name="entry"/> in a fiber until it has ended, and all others meanwhile.</summary>
    /// <param name="entry">What to run.</param>
    /// <exception cref="InterleavingException">It failed, or a fiber did whose error nobody took, or all waited for ever.</exception>
    public void Run([CoroutineEntry] Action entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run(Action)"/>
    [OverloadResolutionPriority(1)]
    public void Run(Func<Coroutine> entry)
    {
        try
        {
            _loop.Run(entry);
        }
        catch (Exception error)
        {
            throw new InterleavingException(this, error);
        }

        if (_failures.Count == 0 || ToleratesFailures) return;
        throw new InterleavingException(this, _failures.Count == 1 ? _failures[0] : new AggregateException(_failures));
    }

    /// <summary>Gets the C# expression that makes the same scheduler.</summary>
    /// <returns>The expression.</returns>
    public override string ToString() => _source();

    private static TestScheduler FromScript(Interleaving.Scripted script) =>
        new(script, 0, () => $"TestScheduler.FromChoices({string.Join(", ", script.Choices)})");
}
