namespace CoGen.Tests.Linearizability;

/// <summary>A place for one item, made of a lock and two conditions: if these are right, it is, too.</summary>
internal sealed class MonitorSubject : Subject<Content>
{
    private readonly CoLock _lock = new();
    private readonly CoCondition _filled;
    private readonly CoCondition _emptied;
    private char? _item;

    internal MonitorSubject()
        : base(new Content(""))
    {
        _filled = new CoCondition(_lock);
        _emptied = new CoCondition(_lock);
    }

    internal override IEnumerable<Waitable> Waitables => [_lock, _filled, _emptied];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 4; i++)
        {
            int invoked = History.Now();
            TimeSpan timeout = Any(random);
            char item = (char)('a' + (client * 4) + i);
            if (client % 2 == 0 && await PutAsync(item, timeout)) History.Note($"put {item}", invoked, content => content.IsEmpty ? new Content($"{item}") : null);
            if (client % 2 == 1 && await TakeAsync(timeout) is { } taken) History.Note($"take {taken}", invoked, content => content.Take(taken));
        }
    }

    internal override void Check()
    {
        base.Check();
        Assert.False(_lock.IsHeld);
    }

    private async Coroutine<bool> PutAsync(char item, TimeSpan timeout)
    {
        using (await _lock.EnterScopeAsync())
        {
            while (_item is not null)
            {
                if (!await _emptied.WaitAsync(timeout) && _item is not null) return false;
            }

            _item = item;
            _filled.Pulse();
            return true;
        }
    }

    private async Coroutine<char?> TakeAsync(TimeSpan timeout)
    {
        using (await _lock.EnterScopeAsync())
        {
            while (_item is null)
            {
                if (!await _filled.WaitAsync(timeout) && _item is null) return null;
            }

            char? taken = _item;
            _item = null;
            _emptied.Pulse();
            return taken;
        }
    }
}
