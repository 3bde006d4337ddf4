namespace CoGen.Soak.Acts;

/// <summary>Everything that was put was taken, or is still there.</summary>
/// <typeparam name="T">The kind of items: numbers in some wrapping.</typeparam>
internal sealed class TradeAct<T>(Conduit<T> conduit, Func<long, T> wrap, Func<T, long> unwrap) : Act
{
    private readonly Ledger _ledger = new();

    internal override bool IsForAll => true;

    internal override IEnumerable<Waitable> Waitables => [conduit];

    internal override async Coroutine DoAsync(Life life)
    {
        long item = life.World.NextNumber();
        switch (life.Next(9))
        {
            case 0:
                if (conduit.TryPut(wrap(item))) _ledger.In(item);
                break;
            case 1:
                if (conduit.TryTake(out T? got)) _ledger.Out(unwrap(got));
                break;
            case 2:
                await conduit.PutAsync(wrap(item), life.Ms(3), life.AnyToken());
                _ledger.In(item);
                break;
            case 3:
                _ledger.Out(unwrap(await conduit.TakeAsync(life.Ms(3), life.AnyToken())));
                break;
            case 4 or 5:
                if (await conduit.TryPutAsync(wrap(item), life.Ms(3), life.AnyToken())) _ledger.In(item);
                break;
            case 6:
                await SelectAsync(life, item);
                break;
            case 7 when conduit is not CoChannel<T>:
                await conduit.TryPeekAsync(life.Ms(3), life.AnyToken());
                break;
            default:
                if (await conduit.TryTakeAsync(life.Ms(3), life.AnyToken()) is (true, { } taken)) _ledger.Out(unwrap(taken));
                break;
        }
    }

    internal override void Check(World world) =>
        _ledger.Check(world, conduit.ToString(), conduit is CoBuffer<T> buffer ? buffer.ToArray().Select(unwrap) : []);

    /// <summary>Whatever comes first: a put or a take here, a number from another's, or a permit seen free.</summary>
    private async Coroutine SelectAsync(Life life, long item)
    {
        CoSelect select = new();
        TakeCase<T>? take = life.Next(2) == 0 ? select.Take(conduit) : null;
        PutCase<T>? put = take is null || conduit is not CoChannel<T> ? select.Put(conduit, wrap(item)) : null;
        CoQueue<long> other = new();
        TakeCase<long> late = select.Take(other);
        if (life.Next(2) == 0) life.World.Outside.Send(() => other.TryPut(item));
        SelectCase? chosen = life.Next(4) == 0 ? select.TryWait() : await select.WaitAsync(life.Ms(3), life.AnyToken());
        if (chosen is null) return;
        if (chosen == put) _ledger.In(item);
        else if (chosen == take) _ledger.Out(unwrap(take.Item));
        else if (chosen != late || late.Item != item) life.World.Broken("a select chose what was not to be chosen");
    }
}
