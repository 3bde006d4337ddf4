namespace CoGen.Tests.Linearizability;

internal sealed record Kept(int? Value);

internal sealed class PromiseSubject() : Subject<Kept>(new Kept(null))
{
    private readonly Promise<int> _promise = new();

    internal override IEnumerable<Waitable> Waitables => [_promise];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        for (int i = 0; i < 4; i++)
        {
            int invoked = History.Now();
            switch (random.Next(5))
            {
                case 0:
                    bool kept = _promise.TrySetResult(client);
                    History.Note($"set {client} {kept}", invoked, state => kept != state.Value is null ? null : kept ? new Kept(client) : state);
                    break;
                case 1:
                    int? seen = _promise.TryGetResult(out int result) ? result : null;
                    History.Note($"try {seen}", invoked, state => state.Value == seen ? state : null);
                    break;
                case 2:
                    bool inTime = await _promise.WaitAsync(Any(random));
                    History.Note($"wait {inTime}", invoked, state => !inTime || state.Value is not null ? state : null);
                    break;
                default:
                    if (await GetAsync(Any(random)) is { } got) History.Note($"get {got}", invoked, state => state.Value == got ? state : null);
                    break;
            }
        }
    }

    private async Coroutine<int?> GetAsync(TimeSpan timeout)
    {
        try
        {
            return await _promise.GetResultAsync(timeout);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
