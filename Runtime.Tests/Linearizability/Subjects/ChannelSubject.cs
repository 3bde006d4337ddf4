using System.Collections.Concurrent;

namespace CoGen.Tests.Linearizability;

/// <summary>A meeting is no call of one: the two calls that meet must overlap, and each must have met one other.</summary>
internal sealed class ChannelSubject : Subject
{
    private readonly CoChannel<int> _channel = new();
    private readonly ConcurrentDictionary<int, (int Invoked, int Returned)> _puts = [];
    private readonly ConcurrentDictionary<int, (int Invoked, int Returned)> _takes = [];
    private int _time;

    internal override IEnumerable<Waitable> Waitables => [_channel];

    internal override Coroutine UseAsync(int client, Random random) => client % 2 == 0 ? PutAsync(client * 4, random) : TakeAsync(random);

    internal override void Check()
    {
        Assert.Equal(_puts.Keys.Order(), _takes.Keys.Order());
        foreach ((int item, (int invoked, int returned)) in _puts)
        {
            Assert.InRange(_takes[item].Returned, invoked, int.MaxValue);
            Assert.InRange(returned, _takes[item].Invoked, int.MaxValue);
        }

        Assert.Equal((0, 0), (_channel.WaitingPutters, _channel.WaitingTakers));
    }

    private int Now() => Interlocked.Increment(ref _time);

    private async Coroutine PutAsync(int first, Random random)
    {
        CoSelect select = new();
        PutCase<int> put = select.Put(_channel, 0);
        for (int item = first; item < first + 4; item++)
        {
            int invoked = Now();
            put.Item = item;
            bool isPut = random.Next(3) switch
            {
                0 => _channel.TryPut(item),
                1 => await _channel.TryPutAsync(item, Any(random)),
                _ => await select.WaitAsync(Any(random)) is not null,
            };
            if (isPut) Assert.True(_puts.TryAdd(item, (invoked, Now())));
        }
    }

    private async Coroutine TakeAsync(Random random)
    {
        CoSelect select = new();
        TakeCase<int> take = select.Take(_channel);
        for (int i = 0; i < 4; i++)
        {
            int invoked = Now();
            int? taken = random.Next(3) switch
            {
                0 => _channel.TryTake(out int item) ? item : null,
                1 => await _channel.TryTakeAsync(Any(random)) is (true, int item) ? item : null,
                _ => await select.WaitAsync(Any(random)) is not null ? take.Item : null,
            };
            if (taken is { } got) Assert.True(_takes.TryAdd(got, (invoked, Now())));
        }
    }
}
