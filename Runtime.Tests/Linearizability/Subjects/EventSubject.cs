namespace CoGen.Tests.Linearizability;

/// <summary>A flag that is up or down.</summary>
internal sealed record Flag(bool IsUp);

internal sealed class EventSubject() : Subject<Flag>(new Flag(false))
{
    private readonly CoEvent _event = new();

    internal override IEnumerable<Waitable> Waitables => [_event];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 5; i++)
        {
            int invoked = History.Now();
            switch (random.Next(5))
            {
                case 0:
                    _event.Set();
                    History.Note("set", invoked, _ => new Flag(true));
                    break;
                case 1:
                    _event.Reset();
                    History.Note("reset", invoked, _ => new Flag(false));
                    break;
                case 2:
                    bool isSet = _event.IsSet;
                    History.Note($"is {isSet}", invoked, flag => flag.IsUp == isSet ? flag : null);
                    break;
                default:
                    bool inTime = await _event.WaitAsync(Any(random));
                    History.Note($"wait {inTime}", invoked, flag => !inTime || flag.IsUp ? flag : null);
                    break;
            }
        }
    }
}
