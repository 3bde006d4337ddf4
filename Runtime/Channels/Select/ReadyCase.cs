namespace CoGen;

/// <summary>Waits until something is ready, and takes nothing from it.</summary>
internal sealed class ReadyCase(CoSelect select, Waitable target) : SelectCase(select)
{
    private SelectNode<bool>? _place;

    internal override Waitable Target => target;

    internal override bool IsNotified => false;

    internal override bool MayTry => false;

    public override string ToString() => target.ToString();

    internal override bool TryNow(ref WakeList wakes) => target.IsReadyInGate;

    internal override void Stand(SelectWait wait, ref WakeList wakes)
    {
        _place = new SelectNode<bool>(wait, this);

        // A task knows no gate: it may have ended since it was looked at.
        if (!target.TryAddWatcher(_place) && _place.TryClaim()) wakes.Signalled.Add(_place);
    }

    internal override bool TryAgain(ref WakeList wakes) => false;

    internal override void Leave(ref WakeList wakes)
    {
        if (_place is { } place) target.TryRemoveWatcher(place);
        _place = null;
    }
}
