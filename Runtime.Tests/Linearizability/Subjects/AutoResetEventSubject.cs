namespace CoGen.Tests.Linearizability;

internal sealed class AutoResetEventSubject() : Subject<Flag>(new Flag(false))
{
    private readonly CoAutoResetEvent _event = new();

    internal override IEnumerable<Waitable> Waitables => [_event];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 5; i++)
        {
            int invoked = History.Now();
            switch (random.Next(6))
            {
                case 0 or 1:
                    _event.Set();
                    History.Note("set", invoked, _ => new Flag(true));
                    break;
                case 2:
                    _event.Reset();
                    History.Note("reset", invoked, _ => new Flag(false));
                    break;
                case 3:
                    bool tried = _event.TryWait();
                    History.Note($"try {tried}", invoked, flag => flag.IsUp == tried ? new Flag(false) : null);
                    break;
                default:
                    bool inTime = await _event.WaitAsync(Any(random));
                    History.Note($"wait {inTime}", invoked, flag => !inTime ? flag : flag.IsUp ? new Flag(false) : null);
                    break;
            }
        }
    }
}
