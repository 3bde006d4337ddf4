namespace CoGen;

// An "ear" is a stand-in in Monitor.Wait, which hears the pulses of threads for the fibers that wait. What holds as long as any fiber waits:
//
//   * At least one ear is in Monitor.Wait: the first is there before the first fiber leaves the monitor. To let it in, the fiber's thread leaves the monitor by
//     a wait of no time. What is not closed: a pulse of a thread that gets in between the end of that wait and its return is missed.
//   * An ear that is pulsed serves the first fiber. If no other ear was left that could have heard further pulses, it cannot know how many
//     there were, and serves all. With more ears than fibers that cannot happen; there are no more than MostEars.
//   * A pulse that finds no fiber is passed on, to the thread that would have got it, and the ear ends.
//   * Between its pulse and its turn in the monitor an ear hears nothing, and does not know for whom the pulse was. A fiber that has come to wait since the
//     ear began to listen may have come after the pulse: it is served, and the pulse is passed on too. So either may wake once more than it was
//     pulsed, but neither once less. After a pulse of all, which served all, who waits now has come since.
//
// When no fiber has waited for a while, the ears are interrupted and end. An ear cannot know whether it was pulsed in that very moment, and
// passes on a pulse that may have been none: a thread that waits then may wake once without one.

internal sealed partial class PulseLine
{
    private const int MostEars = 8;

    /// <summary>How often the fiber's own thread leaves the monitor for no time at all, to let an ear enter, before it takes a little time.</summary>
    private const int QuickTries = 20;

    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(1);

    /// <summary>Those that are started, in Monitor.Wait or on the way there. Guarded by the gate.</summary>
    private readonly List<Ear> _ears = [];

    /// <summary>How many of them are in Monitor.Wait, or have been pulsed and do not know it yet.</summary>
    private int _listening;

    private Timer? _rest;

    /// <summary>Sees to it that an ear is in Monitor.Wait.</summary>
    /// <returns>False if there was a pulse meanwhile, which was the fiber's.</returns>
    private async Coroutine<bool> ListenAsync()
    {
        AddEars();
        for (int i = 0; Volatile.Read(ref _listening) == 0; i++)
        {
            // The ear needs the monitor for it, which is not to be left: whoever got in could pulse, and nobody would hear. So this thread waits for
            // a pulse itself while it lets the ear in.
            if (Monitor.IsEntered(_target) && Monitor.Wait(_target, i < QuickTries ? 0 : 1)) return false;
            if (Volatile.Read(ref _listening) == 0) await TurnWait.Begin();
        }

        return true;
    }

    /// <summary>One ear more than fibers that wait; for a single fiber one will do.</summary>
    private void AddEars()
    {
        while (true)
        {
            Ear ear;
            _gate.Enter();
            int needed = _waiters.Count <= 1 ? 1 : Math.Min(_waiters.Count + 1, MostEars);
            bool isEnough = _ears.Count >= needed;
            ear = isEnough ? null! : new Ear(this);
            if (!isEnough) _ears.Add(ear);
            _gate.Exit();
            if (isEnough) return;
            StandIn.Run(ear.Run);
        }
    }

    /// <summary>If no fiber waits now, the ears are to end after a while.</summary>
    private void RestEars()
    {
        _gate.Enter();
        bool isIdle = _waiters.IsEmpty && _ears.Count > 0;
        Timer? rest = _rest;
        _gate.Exit();
        if (!isIdle) return;
        if (rest is null)
        {
            rest = NewTimer();
            Volatile.Write(ref _rest, rest);
        }

        rest.Change(s_rest, Timeout.InfiniteTimeSpan);
    }

    private Timer NewTimer()
    {
        bool flows = !ExecutionContext.IsFlowSuppressed();
        AsyncFlowControl flow = flows ? ExecutionContext.SuppressFlow() : default;
        try
        {
            return new Timer(static line => ((PulseLine)line!).EndEars(), this, Timeout.Infinite, Timeout.Infinite);
        }
        finally
        {
            if (flows) flow.Undo();
        }
    }

    private void EndEars()
    {
        Ear[] ending = [];
        _gate.Enter();
        if (_waiters.IsEmpty)
        {
            // From now on they do not count: a fiber that begins to wait needs another.
            ending = [.. _ears];
            _ears.Clear();
            _listening = 0;
        }

        _gate.Exit();
        foreach (Ear ear in ending) ear.End();
    }

    /// <summary>All ears are about to be pulsed by what is not for them.</summary>
    private void DeafenEars()
    {
        _gate.Enter();
        foreach (Ear ear in _ears) ear.IsDeaf = ear.IsListening;
        _gate.Exit();
    }

    private sealed class Ear(PulseLine line)
    {
        private Thread? _thread;
        private bool _isEnding;

        /// <summary>How many fibers had come to wait when it began to listen.</summary>
        private long _joined;

        internal bool IsListening { get; private set; }

        /// <summary>Whether the next pulse is none.</summary>
        internal bool IsDeaf { get; set; }

        internal void Run()
        {
            lock (this) _thread = Thread.CurrentThread;
            bool hasEntered = false;
            try
            {
                Monitor.Enter(line._target, ref hasEntered);
                Listen();
            }
            catch (ThreadInterruptedException)
            {
                if (IsListening) Hear();
            }
            finally
            {
                if (hasEntered) Monitor.Exit(line._target);
            }

            TakeInterrupt();
        }

        /// <summary>Makes the ear end, which has been taken off the list.</summary>
        internal void End()
        {
            lock (this)
            {
                _isEnding = true;
                _thread?.Interrupt();
            }
        }

        private void Listen()
        {
            while (TryBegin())
            {
                Monitor.Wait(line._target);
                if (!Hear()) return;
            }
        }

        private bool TryBegin()
        {
            line._gate.EnterDespiteInterrupt();
            bool isWanted = line._ears.Contains(this);
            if (isWanted)
            {
                IsListening = true;
                line._listening++;
                _joined = line._joined;
            }

            line._gate.Exit();
            return isWanted;
        }

        /// <summary>Hands on what was heard.</summary>
        /// <returns>Whether to listen on.</returns>
        private bool Hear()
        {
            line._gate.EnterDespiteInterrupt();
            bool isCounted = IsListening && line._ears.Contains(this);
            if (isCounted) line._listening--;
            bool isLast = isCounted && line._listening == 0;
            bool isDeaf = IsDeaf;
            IsListening = false;
            IsDeaf = false;
            line._gate.Exit();
            if (isDeaf)
            {
                line.ServeAll();
                return true;
            }

            long? served = line.ServeFirst();
            if (served is not null && isLast) line.ServeAll();
            if (served is null) Leave();
            if ((served is null || served > _joined) && Monitor.IsEntered(line._target)) Monitor.Pulse(line._target);
            return served is not null;
        }

        private void Leave()
        {
            line._gate.EnterDespiteInterrupt();
            line._ears.Remove(this);
            line._gate.Exit();
        }

        /// <summary>An interrupt that came too late must not hit what the thread does next.</summary>
        private void TakeInterrupt()
        {
            while (true)
            {
                try
                {
                    lock (this)
                    {
                        _thread = null;
                        if (_isEnding) Monitor.Wait(this, 1);
                        return;
                    }
                }
                catch (ThreadInterruptedException)
                {
                    _isEnding = false;
                }
            }
        }
    }
}
