using System.Globalization;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CoGen.Xunit;

/// <summary>
/// Runs a theory once for each of a number of seeds, with a <see cref="TestScheduler"/> that puts the turns of its fibers in an
/// order of its own each time.
/// </summary>
/// <remarks>
/// The theory has one parameter, the scheduler. A failure names the seed; to run that one alone, set the environment variable
/// <c>COGEN_SEED</c> to it.
/// </remarks>
/// <param name="count">How many orders to try; at least 1.</param>
/// <example>
/// <code>
/// [Theory, Interleavings(200)]
/// public void No_update_is_lost(TestScheduler scheduler) =&gt; scheduler.Run(Transfer);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterleavingsAttribute(int count = 100) : DataAttribute
{
    /// <summary>How many orders are tried.</summary>
    public int Count { get; } = count;

    /// <summary>The seed of the first; the others follow it.</summary>
    public int FirstSeed { get; init; }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => false;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        IEnumerable<int> seeds = Replayed() is { } seed ? [seed] : Enumerable.Range(FirstSeed, Count);
        return new([.. seeds.Select(seed => new TheoryDataRow(TestScheduler.FromSeed(seed)))]);
    }

    private static int? Replayed()
    {
        string? seed = Environment.GetEnvironmentVariable("COGEN_SEED");
        if (string.IsNullOrEmpty(seed)) return null;
        return int.TryParse(seed, CultureInfo.InvariantCulture, out int replayed)
            ? replayed
            : throw new InvalidOperationException($"The environment variable COGEN_SEED is '{seed}'. Set it to the number of a seed, or to nothing.");
    }
}
