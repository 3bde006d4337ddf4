namespace CoGen;

// The "ear" is a stand-in in Monitor.Wait, which hears the pulses of threads for the fibers that wait. What holds:
//
//   * As long as any fiber waits that a thread's pulse could be for, the ear is in Monitor.Wait, or on its way out of it with a pulse. A fiber that comes when
//     it is not lets it in, and then looks again whether it has to wait; if it would not look, its thread has to let the ear in (see LetEarIn).
//   * On its way out it is blind: it knows neither how many pulses there were since the first, nor who waited then. So it serves all fibers that
//     wait when it is out. It passes the pulse on to the threads, unless a fiber has waited for it from the beginning. So either may wake
//     once more than it was pulsed, but nobody once less. A fiber that waits alone is woken by its pulse only.
//   * A fiber's pulse of all serves the fibers itself, and what the ear hears of it is nothing: until it listens again, it is deaf.
//
// When no fiber has waited for a while, the ear is interrupted and ends. It cannot know whether it was pulsed in that very moment, and takes it that way.

internal sealed partial class PulseLine
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(1);

    /// <summary>Started, and not told to end. Guarded by the gate.</summary>
    private Ear? _ear;

    private Timer? _rest;

    /// <summary>The thread that is to be let out of the monitor when the ear is in. Guarded by the monitor.</summary>
    private EarDoor? _door;

    /// <summary>Sees to it that the ear listens when a fiber is in line whose thread is inside the monitor, and is still inside.</summary>
    private void LetEarIn(LineWait<Waiter> wait)
    {
        try
        {
            LetEarIn();
        }
        catch
        {
            if (wait.Node.TryWithdraw()) wait.Discard();
            throw;
        }
    }

    // The ear needs the monitor for it, which is not to be left: whoever got in could pulse, and nobody would hear. So this thread waits for a pulse
    // itself, and is sent one when the ear is in. Whichever pulse comes first is this thread's, and the other is the ear's. Only a thread that waits
    // behind this one and before the ear takes what is the ear's: it has got in first, pulsed, and begun to wait itself.
    private void LetEarIn()
    {
        EarDoor door = new(_target);
        _door = door;
        StartEar();
        try
        {
            Monitor.Wait(_target);
        }
        finally
        {
            _door = null;
            door.Close();
        }

        if (!door.HasOpened) ServeAll();
    }

    /// <summary>Waits until the ear listens, for a fiber whose thread is not inside.</summary>
    private async Coroutine UntilEarListens()
    {
        StartEar();
        while (!IsEarListening()) await TurnWait.Begin();
    }

    private bool IsEarListening()
    {
        _gate.Enter();
        bool isListening = _ear is { IsListening: true, IsDeaf: false };
        _gate.Exit();
        return isListening;
    }

    private void StartEar()
    {
        Ear? started = null;
        _gate.Enter();
        if (_ear is null) _ear = started = new Ear(this);
        _gate.Exit();
        if (started is not null) StandIn.Run(started.Run);
    }

    /// <summary>If no fiber waits now, the ear is to end after a while.</summary>
    private void RestEar()
    {
        _gate.Enter();
        bool isIdle = _waiters.IsEmpty && _ear is not null;
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
            return new Timer(static line => ((PulseLine)line!).EndEar(), this, Timeout.Infinite, Timeout.Infinite);
        }
        finally
        {
            if (flows) flow.Undo();
        }
    }

    private void EndEar()
    {
        Ear? ending = null;
        _gate.Enter();
        if (_waiters.IsEmpty) (ending, _ear) = (_ear, null);
        _gate.Exit();
        ending?.End();
    }

    /// <summary>The ear is about to be pulsed by what is not for it.</summary>
    private void DeafenEar()
    {
        _gate.Enter();
        if (_ear is { IsListening: true } ear) ear.IsDeaf = true;
        _gate.Exit();
    }

    private sealed class Ear(PulseLine line)
    {
        private Thread? _thread;
        private bool _isEnding;

        /// <summary>How many fibers had come to wait when it began to listen.</summary>
        private long _joined;

        internal bool IsListening { get; private set; }

        /// <summary>Whether it listens no longer, and the pulse was none.</summary>
        internal bool IsDeaf { get; set; }

        internal void Run()
        {
            lock (this) _thread = Thread.CurrentThread;
            bool hasEntered = false;
            try
            {
                Monitor.Enter(line._target, ref hasEntered);
                while (TryBegin())
                {
                    Monitor.Wait(line._target);
                    Hear();
                }
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

        /// <summary>Makes the ear end, which the line has forgotten.</summary>
        internal void End()
        {
            lock (this)
            {
                _isEnding = true;
                _thread?.Interrupt();
            }
        }

        private bool TryBegin()
        {
            line._gate.EnterDespiteInterrupt();
            bool isWanted = line._ear == this;
            if (isWanted)
            {
                IsListening = true;
                _joined = line._joined;
            }

            line._gate.Exit();
            if (isWanted && line._door is { } door)
            {
                line._door = null;
                StandIn.Run(door.Open);
            }

            return isWanted;
        }

        /// <summary>Hands on what was heard.</summary>
        private void Hear()
        {
            line._gate.EnterDespiteInterrupt();
            bool isPulse = !IsDeaf;
            IsListening = false;
            IsDeaf = false;
            line._gate.Exit();
            if (!isPulse) return;
            long? served = line.ServeAll();
            if ((served is null || served > _joined) && Monitor.IsEntered(line._target)) Monitor.Pulse(line._target);
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
