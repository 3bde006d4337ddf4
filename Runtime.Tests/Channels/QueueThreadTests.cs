using System.Collections.Concurrent;

namespace CoGen.Tests;

/// <summary>Several loops, plain threads and hosted code at one queue or channel.</summary>
public class QueueThreadTests
{
    private const int Items = 3_000;

    public static TheoryData<string> Kinds => ["queue", "small", "channel"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_lost_or_given_out_twice_and_each_putters_order_is_kept(string kind)
    {
        Conduit<(int Putter, int Number)> conduit = Create<(int, int)>(kind);
        ConcurrentBag<List<(int Putter, int Number)>> taken = [];
        int putters = 3;

        Task[] all =
        [
            OnThread(() => Co.Run(async () => await Co.JoinAllAsync(Co.Spawn(() => PutAll(0)), Co.Spawn(() => PutAll(1))))),
            OnThread(() =>
            {
                for (int i = 0; i < Items; i++) conduit.Put((2, i));
                Done();
            }),
            OnThread(() => Co.Run(async () => await Co.JoinAllAsync(Co.Spawn(TakeAll), Co.Spawn(TakeBySelect)))),
            OnThread(() =>
            {
                List<(int, int)> mine = [];
                foreach ((int, int) item in conduit.TakeAll()) mine.Add(item);
                taken.Add(mine);
            }),
            Task.Run(async () => await TakeAll()),
        ];
        Task.WaitAll(all);

        Assert.Equal(3 * Items, taken.SelectMany(mine => mine).Distinct().Count());
        Assert.Equal(3 * Items, taken.Sum(mine => mine.Count));
        foreach (List<(int Putter, int Number)> mine in taken)
        {
            for (int putter = 0; putter < 3; putter++)
            {
                int[] numbers = [.. mine.Where(item => item.Putter == putter).Select(item => item.Number)];
                Assert.Equal(numbers.Order(), numbers);
            }
        }

        async Coroutine PutAll(int putter)
        {
            for (int i = 0; i < Items; i++) await conduit.PutAsync((putter, i));
            Done();
        }

        async Coroutine TakeAll()
        {
            List<(int, int)> mine = [];
            await foreach ((int, int) item in conduit.TakeAll()) mine.Add(item);
            taken.Add(mine);
        }

        async Coroutine TakeBySelect()
        {
            List<(int, int)> mine = [];
            CoSelect select = new();
            TakeCase<(int, int)> take = select.Take(conduit);
            select.Take(new CoQueue<int>());
            while (true)
            {
                await select.WaitAsync();
                if (take.IsCompleted) break;
                mine.Add(take.Item);
            }

            taken.Add(mine);
        }

        void Done()
        {
            if (Interlocked.Decrement(ref putters) == 0) conduit.ShutDown();
        }
    }

    /// <summary>Each side of two channels is a select that puts into one and takes from the other: who meets must agree, whoever comes first.</summary>
    [Fact]
    public void Selects_on_both_sides_meet_from_two_threads_and_agree()
    {
        CoChannel<int> there = new();
        CoChannel<int> back = new();
        int[] put = new int[2];
        int[] taken = new int[2];
        Task.WaitAll(OnThread(() => Co.Run(() => Side(0, there, back))), OnThread(() => Co.Run(() => Side(1, back, there))));
        Assert.Equal(2 * Items, put.Sum() + taken.Sum());
        Assert.Equal(put[0], taken[1]);
        Assert.Equal(put[1], taken[0]);
        Assert.Equal((0, 0), (there.Balance, back.Balance));

        async Coroutine Side(int side, CoChannel<int> mine, CoChannel<int> theirs)
        {
            CoSelect select = new();
            PutCase<int> puts = select.Put(mine, 0);
            TakeCase<int> takes = select.Take(theirs);
            for (int i = 0; i < Items; i++)
            {
                SelectCase chosen = await select.WaitAsync();
                if (chosen == puts) put[side]++;
                else taken[side]++;
            }
        }
    }

    [Fact]
    public void Timeouts_and_kills_from_elsewhere_lose_nothing()
    {
        CoQueue<int> queue = new(2);
        int put = 0;
        int taken = 0;
        Task putting = OnThread(() => Co.Run(async () =>
        {
            for (int i = 0; i < Items; i++)
            {
                if (await queue.TryPutAsync(i, TimeSpan.FromTicks(i % 7 * 1000))) put++;
            }

            queue.ShutDown();
        }));
        Task taking = OnThread(() => Co.Run(async () =>
        {
            while (!queue.IsCompleted)
            {
                Fiber taker = Co.Spawn(async () =>
                {
                    CoSelect select = new();
                    TakeCase<int> take = select.Take(queue);
                    while (true)
                    {
                        await select.WaitAsync();
                        if (take.IsCompleted) return;
                        taken++;
                    }
                });
                await Co.YieldAsync();
                await Task.Run(taker.Cancel);
                await taker.JoinAsync();
            }
        }));
        Task.WaitAll(putting, taking);
        Assert.Equal(put, taken);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fibers_of_the_thread_pool_lose_nothing_by_selects_kills_and_timeouts(string kind)
    {
        Conduit<int> conduit = Create<int>(kind);
        Conduit<int> other = new CoQueue<int>(1);
        int put = 0;
        int taken = 0;
        new PoolScheduler().Run(async () =>
        {
            Fiber[] putters = [.. Enumerable.Range(0, 4).Select(i => Co.Spawn(Put, i % 2 == 0 ? conduit : other))];
            Fiber killer = Co.Spawn(KillTakers);
            await Co.JoinAllAsync(putters);
            conduit.ShutDown();
            other.ShutDown();
            await killer;
        });
        Assert.Equal(put, taken);
        Assert.Equal((0, 0, 0, 0), (conduit.WaitingPutters, conduit.WaitingTakers, other.WaitingPutters, other.WaitingTakers));

        async Coroutine Put(Conduit<int> target)
        {
            for (int i = 0; i < Items; i++)
            {
                if (await target.TryPutAsync(i, TimeSpan.FromMilliseconds(i % 5))) Interlocked.Increment(ref put);
            }
        }

        async Coroutine KillTakers()
        {
            while (!conduit.IsCompleted || !other.IsCompleted)
            {
                Fiber[] takers = [Co.Spawn(Take), Co.Spawn(Take), Co.Spawn(Take)];
                await Co.YieldAsync();
                takers[0].Cancel();
                await Co.SleepAsync(1);
                foreach (Fiber taker in takers) await taker.KillAsync();
            }
        }

        async Coroutine Take()
        {
            CoSelect select = new();
            TakeCase<int>[] cases = [select.Take(conduit), select.Take(other)];
            while (cases.Any(one => one.IsEnabled))
            {
                await select.WaitAsync();
                TakeCase<int> chosen = cases.Single(one => one.IsChosen);
                if (chosen.IsCompleted) chosen.IsEnabled = false;
                else Interlocked.Increment(ref taken);
            }
        }
    }

    private static Conduit<T> Create<T>(string kind) => kind switch
    {
        "queue" => new CoQueue<T>(),
        "small" => new CoQueue<T>(2),
        _ => new CoChannel<T>(),
    };

    private static Task OnThread(Action action) => Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
