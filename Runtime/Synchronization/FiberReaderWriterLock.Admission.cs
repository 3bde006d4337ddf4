namespace CoGen;

internal sealed partial class FiberReaderWriterLock
{
    /// <summary>Waits until no fiber keeps this one out.</summary>
    /// <returns>What it holds from then on; null if there was no time.</returns>
    private async Coroutine<Hold?> AdmitAsync(Holder me, LockMode mode, TimeSpan timeout)
    {
        _gate.Enter();
        Hold? hold = TryAdmit(me, mode, isFirst: _entrants.IsEmpty && _upgrading is null);
        _gate.Exit();
        if (hold is not null) return hold;

        LineWait<Entrant> wait = LineWait<Entrant>.Rent();
        Entrant entrant = wait.Node;
        entrant.Lock = this;
        entrant.Who = me;
        entrant.Mode = mode;
        _gate.Enter();
        if (Find(me) is not null) _upgrading = entrant;
        else _entrants.Append(entrant);
        _gate.Exit();
        LetIn();
        return await wait.Begin(timeout, CancellationToken.None) ? Mine(me) : null;
    }

    /// <summary>Admits a fiber, under the gate, if those who hold something allow it.</summary>
    /// <param name="me">The fiber.</param>
    /// <param name="mode">What it asks for.</param>
    /// <param name="isFirst">Whether nobody has come before it. Who holds something goes before those who wait for that.</param>
    private Hold? TryAdmit(in Holder me, LockMode mode, bool isFirst)
    {
        Hold? mine = Find(me);
        if (mine is null && !isFirst) return null;
        foreach (Hold hold in _holds)
        {
            if (hold == mine) continue;
            if (mode == LockMode.Write || hold.Count(LockMode.Write) > 0 || (mode == LockMode.Upgradeable && hold.Count(LockMode.Upgradeable) > 0)) return null;
        }

        if (mine is null) _holds.Add(mine = Hold.Of(me));
        mine.Add(mode, 1);
        return mine;
    }

    private Hold? Find(in Holder me)
    {
        foreach (Hold hold in _holds)
        {
            if (hold.Who.Is(me)) return hold;
        }

        return null;
    }

    /// <summary>Gives up what a fiber holds in one mode, once.</summary>
    private void Leave(Hold mine, LockMode mode)
    {
        Deputy? deputy = null;
        _gate.Enter();
        mine.Add(mode, -1);
        if (mine.Total == 0)
        {
            _holds.Remove(mine);
            deputy = mine.Release();
        }

        _gate.Exit();
        deputy?.End();
        LetIn();
    }

    /// <summary>Lets in those first in line who may enter now.</summary>
    private void LetIn()
    {
        RouseList served = default;
        _gate.Enter();
        if (_upgrading is { } upgrading && TryAdmit(upgrading.Who, upgrading.Mode, isFirst: true) is not null)
        {
            _upgrading = null;
            served.Add(upgrading);
        }

        while (_upgrading is null && _entrants.First is Entrant first && TryAdmit(first.Who, first.Mode, isFirst: true) is not null)
        {
            _entrants.Serve();
            served.Add(first);
        }

        _gate.Exit();
        served.Rouse(WaitFrame.Signalled);
    }

    private sealed class Entrant : LineNode
    {
        internal FiberReaderWriterLock? Lock;
        internal Holder Who;
        internal LockMode Mode;

        internal override object? WaitsFor
        {
            get
            {
                foreach (Hold hold in Lock!._holds)
                {
                    if (!hold.Who.Is(Who)) return hold.Who.Who;
                }

                return null;
            }
        }

        internal override bool TryWithdraw()
        {
            FiberReaderWriterLock gate = Lock!;
            gate._gate.Enter();
            bool isUpgrading = gate._upgrading == this;
            if (isUpgrading) gate._upgrading = null;
            bool removed = isUpgrading || gate._entrants.TryRemove(this);
            gate._gate.Exit();
            if (removed) gate.LetIn();
            return removed;
        }

        internal override string Describe() =>
            $"a ReaderWriterLockSlim, to {(Mode == LockMode.Read ? "read" : Mode == LockMode.Write ? "write" : "upgrade")}{string.Concat(Lock!._holds.Select(hold => $", held by {hold.Who}"))}";

        internal override void Clear()
        {
            Lock = null;
            Who = default;
        }
    }
}
