namespace CoGen.Tests.Linearizability;

public class QueueTests
{
    private const int Capacity = 2;

    /// <summary>What is in the queue, a letter for each item.</summary>
    private sealed record Content(string Items)
    {
        internal Content? Put(char item) => Items.Length < Capacity ? new Content(Items + item) : null;

        internal Content? Take(char item) => Items.StartsWith(item) ? new Content(Items[1..]) : null;
    }

    [Theory]
    [Interleavings(300)]
    public void In_every_order_of_turns_a_bounded_queue_acts_as_one_at_a_time(TestScheduler scheduler)
    {
        Random random = scheduler.Random;
        CoQueue<char> queue = new(Capacity);
        History<Content> history = new(new Content(""));
        char next = 'a';
        scheduler.Run(async () =>
        {
            Fiber[] fibers = [.. Enumerable.Range(0, 6).Select(i => Co.Spawn(() => i % 2 == 0 ? Put() : Take()))];
            Co.Spawn(async () =>
            {
                await Co.SleepAsync(random.Next(3));
                fibers[random.Next(6)].Cancel();
            });
            await Co.JoinAllAsync(fibers);
        });
        history.ShouldBeLinearizable();
        Assert.Equal((0, 0), (queue.WaitingPutters, queue.WaitingTakers));

        async Coroutine Put()
        {
            for (int i = 0; i < 4; i++)
            {
                char item = next++;
                int invoked = history.Now();
                bool done = random.Next(2) == 0 ? queue.TryPut(item) : await queue.TryPutAsync(item, TimeSpan.FromMilliseconds(random.Next(3)));
                if (done) history.Note($"put {item}", invoked, content => content.Put(item));
                if (random.Next(2) == 0) await Co.YieldAsync();
            }
        }

        async Coroutine Take()
        {
            CoSelect select = new();
            TakeCase<char> either = select.Take(queue);
            for (int i = 0; i < 4; i++)
            {
                int invoked = history.Now();
                TimeSpan timeout = TimeSpan.FromMilliseconds(random.Next(3));
                switch (random.Next(4))
                {
                    case 0:
                        bool taken = queue.TryTake(out char item);
                        history.Note($"try {taken} {item}", invoked, content => taken ? content.Take(item) : content.Items.Length == 0 ? content : null);
                        break;
                    case 1:
                        if (await queue.TryTakeAsync(timeout) is (true, char got)) history.Note($"take {got}", invoked, content => content.Take(got));
                        break;
                    case 2:
                        if (await queue.TryPeekAsync(timeout) is (true, char seen)) history.Note($"peek {seen}", invoked, content => content.Items.StartsWith(seen) ? content : null);
                        break;
                    default:
                        if (await select.WaitAsync(timeout) is null) break;
                        char chosen = either.Item;
                        history.Note($"select {chosen}", invoked, content => content.Take(chosen));
                        break;
                }
            }
        }
    }

    /// <summary>A meeting is no call of one: the two calls that meet must overlap, and each must have met one other.</summary>
    [Theory]
    [Interleavings(300)]
    public void In_every_order_of_turns_those_who_met_in_a_channel_were_there_at_the_same_time(TestScheduler scheduler)
    {
        Random random = scheduler.Random;
        CoChannel<int> channel = new();
        int time = 0;
        int next = 0;
        Dictionary<int, (int Invoked, int Returned)> puts = [];
        Dictionary<int, (int Invoked, int Returned)> takes = [];
        scheduler.Run(async () =>
        {
            Fiber[] fibers = [.. Enumerable.Range(0, 6).Select(i => Co.Spawn(() => i % 2 == 0 ? Put() : Take()))];
            Co.Spawn(async () =>
            {
                await Co.SleepAsync(random.Next(3));
                fibers[random.Next(6)].Cancel();
            });
            await Co.JoinAllAsync(fibers);
        });
        Assert.Equal(puts.Keys.Order(), takes.Keys.Order());
        foreach ((int item, (int invoked, int returned)) in puts)
        {
            Assert.InRange(takes[item].Returned, invoked, int.MaxValue);
            Assert.InRange(returned, takes[item].Invoked, int.MaxValue);
        }

        async Coroutine Put()
        {
            CoSelect select = new();
            PutCase<int> put = select.Put(channel, 0);
            for (int i = 0; i < 4; i++)
            {
                int item = next++;
                int invoked = time++;
                TimeSpan timeout = TimeSpan.FromMilliseconds(random.Next(3));
                put.Item = item;
                if (random.Next(2) == 0 ? await channel.TryPutAsync(item, timeout) : await select.WaitAsync(timeout) is not null) puts.Add(item, (invoked, time++));
            }
        }

        async Coroutine Take()
        {
            for (int i = 0; i < 4; i++)
            {
                int invoked = time++;
                if (await channel.TryTakeAsync(TimeSpan.FromMilliseconds(random.Next(3))) is (true, int item)) takes.Add(item, (invoked, time++));
            }
        }
    }
}
