namespace CoGen;

/// <summary>
/// A place of a <see cref="SelectWait"/> in one line. Used for one wait only: whoever has just taken it out of line may still hold on
/// to it when the wait has ended by another place.
/// </summary>
internal sealed class SelectNode<T> : ItemNode<T>
{
    private readonly SelectWait _wait;
    private readonly SelectCase _case;
    private bool _wasRoused;

    internal SelectNode(SelectWait wait, SelectCase @case)
    {
        Wait = _wait = wait;
        _case = @case;
    }

    /// <summary>Whether it was served where it stood: what it waited for was done by another.</summary>
    internal bool WasServed { get; private set; }

    /// <summary>Whether it was told to try, and nobody holds on to it any more, so that it may go back into line.</summary>
    internal bool MayTry => IsNotified && Volatile.Read(ref _wasRoused);

    internal override bool IsClaimed => _wait.IsClaimed;

    internal override bool TryClaim() => WasServed = _wait.TryClaim(_case);

    internal override void Rouse(int reason)
    {
        Volatile.Write(ref _wasRoused, true);
        _wait.Rouse(reason);
    }

    /// <summary>Ends a try in <paramref name="line"/>.</summary>
    internal void EndTry(ref WaitLine line, bool succeeded)
    {
        _wasRoused = false;
        line.EndTry(this, succeeded);
    }

    internal override bool TryWithdraw() => false;

    internal override string Describe() => _wait.Describe();

    internal override void Clear() { }
}
