namespace CoGen.Soak.Acts;

/// <summary>Chairs that are waited for with a condition: all come back, and whoever waits gets one.</summary>
internal sealed class ConditionAct : Act
{
    private const int Chairs = 2;
    private readonly CoCondition _changed = new();
    private int _free = Chairs;

    internal override IEnumerable<Waitable> Waitables => [_changed, _changed.Lock];

    internal override async Coroutine DoAsync(Life life)
    {
        if (!await TakeAsync(life)) return;
        try
        {
            await life.PauseAsync();
        }
        finally
        {
            using (Co.Shield()) await GiveBackAsync();
        }
    }

    internal override void Check(World world)
    {
        if (_changed.Lock.IsHeld) world.Broken($"{_changed.Lock} is held by {_changed.Lock.HeldBy}");
        if (_free != Chairs) world.Broken($"{_free} of {Chairs} chairs came back");
    }

    private async Coroutine<bool> TakeAsync(Life life)
    {
        using (await _changed.Lock.EnterScopeAsync())
        {
            while (_free == 0)
            {
                // One who was told and gives up passes it on.
                if (!await _changed.WaitAsync(life.AnyLimit()) && _free == 0) return false;
            }

            _free--;
            return true;
        }
    }

    private async Coroutine GiveBackAsync()
    {
        using (await _changed.Lock.EnterScopeAsync())
        {
            _free++;
            _changed.Pulse();
        }
    }
}
