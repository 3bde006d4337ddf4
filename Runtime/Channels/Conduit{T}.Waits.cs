using System.Runtime.ExceptionServices;

namespace CoGen;

public abstract partial class Conduit<T>
{
    /// <summary>What somebody waits for who does not put.</summary>
    private enum Aim
    {
        Take,
        Peek,
    }

    /// <summary>Attempts once more, and stands in line if that is in vain.</summary>
    private Coroutine<bool> BeginPut(T item, TimeSpan timeout, CancellationToken cancellationToken, out Putter putter)
    {
        LineWait<Putter> wait = LineWait<Putter>.Rent();
        putter = wait.Node;
        putter.Conduit = this;
        putter.Item = item;
        WakeList wakes = default;
        Gate.Enter();
        bool ended = putter.TryNow(ref wakes);
        if (!ended) AppendPutter(putter, ref wakes);
        Gate.Exit();
        wakes.Rouse();
        if (!ended) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    /// <inheritdoc cref="BeginPut"/>
    private Coroutine<bool> BeginGet(Aim aim, TimeSpan timeout, CancellationToken cancellationToken, out Getter getter)
    {
        LineWait<Getter> wait = LineWait<Getter>.Rent();
        getter = wait.Node;
        getter.Conduit = this;
        getter.Aim = aim;
        WakeList wakes = default;
        Gate.Enter();
        bool ended = getter.TryNow(ref wakes);
        if (!ended && aim == Aim.Take) AppendTaker(getter, ref wakes);
        else if (!ended) Peekers.Append(getter);
        Gate.Exit();
        wakes.Rouse();
        if (!ended) return wait.Begin(timeout, cancellationToken);

        wait.Discard();
        return new Coroutine<bool>(true);
    }

    /// <summary>
    /// One who waits to put, take or see. How its wait ended is kept here after the wait itself has gone back to its pool, for the
    /// few instructions until whoever waited takes it.
    /// </summary>
    private abstract class Place : ItemNode<T>
    {
        internal Conduit<T>? Conduit;
        private bool _isOver;
        private Exception? _error;

        private protected abstract ref WaitLine Line { get; }

        /// <summary>Attempts under the gate.</summary>
        /// <returns>Whether that ends the wait: it succeeded, failed, or can never succeed.</returns>
        internal bool TryNow(ref WakeList wakes)
        {
            try
            {
                Attempt attempt = AttemptNow(ref wakes);
                _isOver = attempt == Attempt.Over;
                return attempt != Attempt.InVain;
            }
            catch (Exception error)
            {
                _error = error;
                return true;
            }
        }

        private protected abstract Attempt AttemptNow(ref WakeList wakes);

        internal override bool TryServe()
        {
            Conduit<T> conduit = Conduit!;
            WakeList wakes = default;
            conduit.Gate.Enter();
            bool ended = Line.EndTry(this, TryNow(ref wakes));
            if (_error is not null) conduit.Notify(ref wakes);
            conduit.Gate.Exit();
            wakes.Rouse();
            return ended;
        }

        internal override bool TryWithdraw()
        {
            Conduit<T> conduit = Conduit!;
            conduit.Gate.Enter();
            bool removed = Line.TryRemove(this);
            conduit.Gate.Exit();
            return removed;
        }

        internal override void Clear() => Conduit = null;

        /// <summary>Throws what the attempt failed with.</summary>
        /// <returns>Whether it succeeded; if not, it never can.</returns>
        internal bool TakeOutcome()
        {
            bool isOver = _isOver;
            Exception? error = _error;
            _isOver = false;
            _error = null;
            if (error is not null) ExceptionDispatchInfo.Throw(error);
            return !isOver;
        }
    }

    /// <summary>One who waits to put.</summary>
    private sealed class Putter : Place
    {
        private protected override ref WaitLine Line => ref Conduit!.Putters;

        private protected override Attempt AttemptNow(ref WakeList wakes) => Conduit!.PutNow(Item!, ref wakes);

        internal override string Describe() => $"room in {Conduit}";

        internal override void Clear()
        {
            base.Clear();
            Item = default;
        }
    }

    /// <summary>One who waits to take or to see.</summary>
    private sealed class Getter : Place
    {
        internal Aim Aim;

        private protected override ref WaitLine Line => ref Aim == Aim.Take ? ref Conduit!.Takers : ref Conduit!.Peekers;

        private protected override Attempt AttemptNow(ref WakeList wakes) =>
            Aim == Aim.Take ? Conduit!.TakeNow(out Item!, ref wakes) : Conduit!.PeekNow(out Item!);

        internal override string Describe() => $"an item of {Conduit}";

        internal bool TakeOutcome(out T? item)
        {
            item = Item;
            Item = default;
            return TakeOutcome();
        }
    }
}
