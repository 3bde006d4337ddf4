using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>Takes an item. Made by <see cref="CoSelect.Take{T}"/>.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class TakeCase<T> : SelectCase
{
    private readonly Conduit<T> _conduit;
    private SelectNode<T>? _place;
    private T? _item;
    private Exception? _error;
    private bool _isCompleted;

    internal TakeCase(CoSelect select, Conduit<T> conduit)
        : base(select) => _conduit = conduit;

    /// <summary>Whether there was nothing to take: this was chosen because the queue or channel was shut down and is empty.</summary>
    public bool IsCompleted => IsChosen && _isCompleted;

    /// <summary>The item that the last wait took.</summary>
    /// <exception cref="InvalidOperationException">The last wait did not choose this.</exception>
    /// <exception cref="QueueShutDownException">There was nothing to take: see <see cref="IsCompleted"/>.</exception>
    public T Item
    {
        get
        {
            if (!IsChosen) throw new InvalidOperationException("The last wait of the select did not choose this case: there is no item.");
            return _isCompleted ? throw _conduit.ShutDownError() : _item!;
        }
    }

    internal override Waitable Target => _conduit;

    internal override bool IsNotified => _place!.IsNotified;

    internal override bool MayTry => _place!.MayTry;

    /// <inheritdoc/>
    public override string ToString() => $"an item of {_conduit}";

    internal override bool TryNow(ref WakeList wakes)
    {
        try
        {
            Attempt attempt = _conduit.TakeNow(out _item!, ref wakes);
            _isCompleted = attempt == Attempt.Over;
            return attempt != Attempt.InVain;
        }
        catch (Exception error)
        {
            _error = error;
            return true;
        }
    }

    internal override void Stand(SelectWait wait, ref WakeList wakes)
    {
        _place = new SelectNode<T>(wait, this);
        _conduit.AppendTaker(_place, ref wakes);
    }

    internal override bool TryAgain(ref WakeList wakes)
    {
        bool done = TryNow(ref wakes);
        _place!.EndTry(ref _conduit.Takers, done);
        if (_error is not null) _conduit.Notify(ref wakes);
        return done;
    }

    internal override void Leave(ref WakeList wakes)
    {
        if (_place is not { } place) return;
        if (place.WasServed) _item = place.Item;
        else _conduit.Leave(ref _conduit.Takers, place, ref wakes);
        _place = null;
    }

    internal override void Settle()
    {
        if (_error is { } error) ExceptionDispatchInfo.Throw(error);
    }

    internal override void Clear()
    {
        _item = default;
        _error = null;
        _isCompleted = false;
    }
}
