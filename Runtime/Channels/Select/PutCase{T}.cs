using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>Puts an item. Made by <see cref="CoSelect.Put{T}"/>.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class PutCase<T> : SelectCase
{
    private readonly Conduit<T> _conduit;
    private SelectNode<T>? _place;
    private T _item;
    private Exception? _error;
    private bool _isOver;

    internal PutCase(CoSelect select, Conduit<T> conduit, T item)
        : base(select)
    {
        _conduit = conduit;
        _item = item;
    }

    /// <summary>The item to put when this is chosen.</summary>
    /// <exception cref="InvalidOperationException">It was set during a wait.</exception>
    public T Item
    {
        get => _item;
        set
        {
            RequireIdle();
            _item = value;
        }
    }

    internal override Waitable Target => _conduit;

    internal override bool YieldsAfter => _conduit.YieldsAfterPut;

    internal override bool IsNotified => _place!.IsNotified;

    internal override bool MayTry => _place!.MayTry;

    /// <inheritdoc/>
    public override string ToString() => $"room in {_conduit}";

    internal override bool TryNow(ref WakeList wakes)
    {
        try
        {
            Attempt attempt = _conduit.PutNow(_item, ref wakes);
            _isOver = attempt == Attempt.Over;
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
        _place = new SelectNode<T>(wait, this) { Item = _item };
        _conduit.AppendPutter(_place, ref wakes);
    }

    internal override bool TryAgain(ref WakeList wakes)
    {
        bool done = TryNow(ref wakes);
        _place!.EndTry(ref _conduit.Putters, done);
        if (_error is not null) _conduit.Notify(ref wakes);
        return done;
    }

    internal override void Leave(ref WakeList wakes)
    {
        if (_place is not { } place) return;
        if (!place.WasServed) _conduit.Leave(ref _conduit.Putters, place, ref wakes);
        _place = null;
    }

    internal override void Settle()
    {
        if (_error is { } error) ExceptionDispatchInfo.Throw(error);
        if (_isOver) throw _conduit.ShutDownError();
    }

    internal override void Clear()
    {
        _error = null;
        _isOver = false;
    }
}
