namespace CoGen.Tests.Linearizability;

/// <summary>A new object that several clients use at once, and what they saw.</summary>
internal abstract class Subject
{
    /// <summary>Nobody must be left waiting for these.</summary>
    internal virtual IEnumerable<Waitable> Waitables => [];

    /// <summary>Makes a few calls, one after the other. All chance is of <paramref name="random"/>, which is the client's own.</summary>
    internal abstract Coroutine UseAsync(int client, Random random);

    /// <summary>Fails unless what all clients saw can be explained by what the object is to do, one call at a time.</summary>
    internal abstract void Check();

    /// <summary>The timeout of a wait, from no time at all.</summary>
    private protected static TimeSpan Any(Random random) => TimeSpan.FromMilliseconds(random.Next(3));
}

/// <inheritdoc/>
/// <typeparam name="TState">The state of the object's model: immutable, compared by value.</typeparam>
internal abstract class Subject<TState>(TState initial) : Subject
    where TState : class
{
    private protected History<TState> History { get; } = new(initial);

    internal override void Check() => History.ShouldBeLinearizable();
}
