namespace CoGen;

/// <summary>One of the things that a <see cref="CoSelect"/> waits for. Used where the select is used.</summary>
public abstract class SelectCase
{
    private readonly CoSelect _select;
    private bool _isEnabled = true;

    private protected SelectCase(CoSelect select) => _select = select;

    /// <summary>Whether the select waits for it. What has come to its end, such as a queue that was shut down, is left out so.</summary>
    /// <exception cref="InvalidOperationException">It was set during a wait.</exception>
    public bool IsEnabled
    {
        get => _isEnabled;
        set
        {
            RequireIdle();
            _isEnabled = value;
        }
    }

    /// <summary>Whether it is what the last wait chose.</summary>
    public bool IsChosen => _select.Chosen == this;

    /// <summary>What is waited for, in words.</summary>
    /// <returns>The words.</returns>
    public abstract override string ToString();

    /// <summary>What is waited for.</summary>
    internal abstract Waitable Target { get; }

    /// <summary>Whether others should go on first when this was done at once.</summary>
    internal virtual bool YieldsAfter => false;

    /// <summary>Does it, if it can be done now. Called under the gate, as is all that follows; the select stands in no line of the other side.</summary>
    /// <returns>Whether it was done, or has failed, or can never be done.</returns>
    internal abstract bool TryNow(ref WakeList wakes);

    /// <summary>Stands in line.</summary>
    internal abstract void Stand(SelectWait wait, ref WakeList wakes);

    /// <summary>Whether it was told to try, and has not yet.</summary>
    internal abstract bool IsNotified { get; }

    /// <summary>Whether it was told to try, and may.</summary>
    internal abstract bool MayTry { get; }

    /// <summary>Tries after a notification. In vain: it goes back to where it stood.</summary>
    internal abstract bool TryAgain(ref WakeList wakes);

    /// <summary>Leaves the line. If it was told to try, somebody else is told instead.</summary>
    internal abstract void Leave(ref WakeList wakes);

    /// <summary>Throws what it has failed with. Called without the gate, when it was chosen.</summary>
    internal virtual void Settle() { }

    /// <summary>Lets go of what the last wait brought.</summary>
    internal virtual void Clear() { }

    private protected void RequireIdle() => _select.RequireIdle();
}
