namespace CoGen.Tests;

/// <summary>One thing to wait for, as the contract tests use it: made anew for each test, where the test runs.</summary>
public interface IWaitableCase
{
    /// <summary>Waits for it, once. What it took is given back by <see cref="Fulfil"/>, or by itself.</summary>
    Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Makes it come true for the first who waits, or for all. Called on any thread; it is done on return.</summary>
    void Fulfil();
}

/// <summary>A row of the contract tests: a kind of wait, and what it is capable of.</summary>
public sealed record WaitableRow(string Name, Func<IWaitableCase> Create)
{
    /// <summary>Whether it throws a <see cref="TimeoutException"/> when the time is over, instead of returning false.</summary>
    public bool IsGet { get; init; }

    public bool TakesTimeout { get; init; } = true;

    public bool TakesToken { get; init; } = true;

    /// <summary>Whether one <see cref="IWaitableCase.Fulfil"/> is for all who wait, and not for one of them.</summary>
    public bool WakesAll { get; init; }

    /// <summary>Whether anything but time can make it come true.</summary>
    public bool CanBeFulfilled { get; init; } = true;

    /// <summary>Whether it comes true a turn after <see cref="IWaitableCase.Fulfil"/>.</summary>
    public bool ComesLater { get; init; }

    /// <summary>Whether it can be waited for outside fibers, too.</summary>
    public bool WorksHosted { get; init; } = true;

    public override string ToString() => Name;
}

/// <summary>A case of two delegates.</summary>
internal sealed class WaitableCase(Func<TimeSpan, CancellationToken, Coroutine<bool>> wait, Action fulfil) : IWaitableCase
{
    public Coroutine<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => wait(timeout, cancellationToken);

    public void Fulfil() => fulfil();
}
