namespace CoGen.Tests.Linearizability;

/// <summary>By which client a lock is held, and how often.</summary>
internal sealed record Held(int By, int Depth)
{
    internal static Held Not { get; } = new(-1, 0);

    internal Held? Enter(int client) => Depth == 0 || By == client ? new Held(client, Depth + 1) : null;

    internal Held? Exit(int client) => By != client ? null : Depth == 1 ? Not : new Held(client, Depth - 1);
}

internal sealed class LockSubject() : Subject<Held>(Held.Not)
{
    private readonly CoLock _lock = new();

    internal override IEnumerable<Waitable> Waitables => [_lock];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 3; i++) await EnterAsync(client, random, depth: 1);
    }

    internal override void Check()
    {
        base.Check();
        Assert.False(_lock.IsHeld);
    }

    private async Coroutine EnterAsync(int client, Random random, int depth)
    {
        int invoked = History.Now();
        switch (random.Next(3))
        {
            case 0:
                bool tried = _lock.TryEnter();
                History.Note($"{client} try {tried}", invoked, held => tried ? held.Enter(client) : held.Enter(client) is null ? held : null);
                if (!tried) return;
                break;
            case 1:
                bool inTime = await _lock.TryEnterAsync(Any(random));
                History.Note($"{client} enter {inTime}", invoked, held => inTime ? held.Enter(client) : held);
                if (!inTime) return;
                break;
            default:
                await _lock.EnterAsync();
                History.Note($"{client} enter", invoked, held => held.Enter(client));
                break;
        }

        try
        {
            if (random.Next(2) == 0) await Co.YieldAsync();
            if (depth == 1 && random.Next(3) == 0) await EnterAsync(client, random, depth + 1);
        }
        finally
        {
            invoked = History.Now();
            _lock.Exit();
            History.Note($"{client} exit", invoked, held => held.Exit(client));
        }
    }
}
