using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class PoolMapTests : Staged
{
    private static async Coroutine<int> AfterThatLong(int milliseconds)
    {
        await Co.SleepAsync(milliseconds);
        return milliseconds;
    }

    private static async Coroutine<int> FailsAt2(int n)
    {
        await Co.SleepAsync(n);
        return n == 2 ? throw new FormatException("two") : n;
    }

    private static async Coroutine<List<string>> Outcomes(CoSequence<int> results)
    {
        List<string> outcomes = [];
        CoEnumerator<int> enumerator = results.GetAsyncEnumerator();
        try
        {
            while (true)
            {
                try
                {
                    if (!await enumerator.MoveNextAsync()) break;
                    outcomes.Add(enumerator.Current.ToString(null, null));
                }
                catch (FormatException error)
                {
                    outcomes.Add(error.Message);
                }
            }
        }
        finally
        {
            await enumerator.DisposeAsync();
        }

        return outcomes;
    }

    private static IEnumerable<int> OneAndFail()
    {
        yield return 1;
        throw new FormatException("source");
    }

    [Fact]
    public void T67_Results_come_in_the_order_of_the_items()
    {
        TimeSpan took = Run(async () =>
        {
            CoPool pool = new(3);
            int[] results = await pool.MapAsync([30, 10, 20], AfterThatLong);
            Assert.Equal([30, 10, 20], results);
            Assert.Empty(await pool.MapAsync(Array.Empty<int>(), AfterThatLong));
            Assert.Equal(["30", "10", "20"], await Outcomes(pool.MapEach([30, 10, 20], AfterThatLong)));
            Assert.Empty(await Outcomes(pool.MapEach(Array.Empty<int>(), AfterThatLong)));
        });
        Assert.Equal(Ms(60), took);
    }

    [Theory]
    [InlineData(1, "10 1 2")]
    [InlineData(3, "1 2 10")]
    [InlineData(int.MaxValue, "1 2 10")]
    public void T67_Unordered_results_come_when_they_are_there(int size, string expected)
    {
        Run(async () =>
        {
            CoPool pool = new(size);
            Assert.Equal(expected, string.Join(' ', await Outcomes(pool.MapEachUnordered([10, 1, 2], AfterThatLong))));
            Assert.Empty(await Outcomes(pool.MapEachUnordered(Array.Empty<int>(), AfterThatLong)));
        });
    }

    [Fact]
    public void T67_A_source_may_wait_for_its_items()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            Generator<int> source = new(async yielder =>
            {
                for (int i = 3; i > 0; i--)
                {
                    await yielder.YieldAsync(i);
                    await Co.SleepAsync(10);
                }
            });
            int[] eager = await pool.MapAsync(source, AfterThatLong);
            Assert.Equal([3, 2, 1], eager);
            Assert.Equal(["3", "2", "1"], await Outcomes(pool.MapEach(source, AfterThatLong)));
            Assert.Equal(["3", "2", "1"], await Outcomes(pool.MapEachUnordered(source, AfterThatLong)));
        });
    }

    [Fact]
    public void T67_A_queue_is_mapped_until_it_is_shut_down()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            CoQueue<int> queue = new();
            Co.Spawn(async () =>
            {
                for (int i = 3; i > 0; i--)
                {
                    await Co.SleepAsync(1);
                    await queue.PutAsync(i);
                }

                queue.ShutDown();
            });
            Assert.Equal(["3", "2", "1"], await Outcomes(pool.MapEach(queue.TakeAll(), AfterThatLong)));
            Assert.Empty(await pool.MapAsync(queue.TakeAll(), AfterThatLong));
        });
    }

    [Fact]
    public void Maps_can_be_chained_and_read_from_async_code()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            Assert.Equal(["2", "4"], await Outcomes(pool.MapEach(pool.MapEach([1, 2], AfterThatLong), n => AfterThatLong(2 * n))));
            int[] fromAsync = await pool.MapAsync(CoSequence.Of(Three()), AfterThatLong);
            Assert.Equal([1, 2, 3], fromAsync);
        });

        static async IAsyncEnumerable<int> Three()
        {
            for (int i = 1; i <= 3; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
    }

    [Fact]
    public void Tuples_are_taken_apart_and_sources_zipped()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            int[] sums = await pool.MapAsync([(1, 2), (3, 4)], (a, b) => new Coroutine<int>(a + b));
            Assert.Equal([3, 7], sums);
            string[] zipped = await pool.MapAsync(new[] { 1, 2 }.Zip(["a", "b"], [true, false]), (n, s, b) => new Coroutine<string>($"{n}{s}{b}"));
            Assert.Equal(["1aTrue", "2bFalse"], zipped);
            Assert.Equal(["3", "7"], await Outcomes(pool.MapEach([(1, 2), (3, 4)], (a, b) => new Coroutine<int>(a + b))));
        });
    }

    [Fact]
    public void T68_The_first_item_that_fails_is_what_a_map_throws()
    {
        Log log = new();
        TimeSpan took = Run(async () =>
        {
            CoPool pool = new(10);
            FormatException error = await Throws<FormatException>(async () => await pool.MapAsync([30, 20, 1, 1000], async n =>
            {
                await Co.SleepAsync(n);
                if (n == 1000) log.Add("last");
                return n <= 20 ? throw new FormatException($"{n}") : n;
            }));
            Assert.Equal("20", error.Message);
            Assert.Empty(pool);
        });
        log.ShouldBe("");
        Assert.Equal(Ms(30), took);
    }

    [Fact]
    public void After_a_failure_the_source_is_read_no_further()
    {
        Run(async () =>
        {
            int read = 0;
            CoPool pool = new(1);
            await Throws<FormatException>(async () => await pool.MapAsync(Endless(), FailsAt2));
            Assert.InRange(read, 3, 4);

            IEnumerable<int> Endless()
            {
                while (true) yield return read++;
            }
        });
    }

    [Fact]
    public void T68_An_error_is_thrown_in_its_turn_and_later_results_still_come()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => Assert.Fail("reported");
        loop.Run(async () =>
        {
            CoPool pool = new(2);
            Assert.Equal(["1", "two", "3"], await Outcomes(pool.MapEach([1, 2, 3], FailsAt2)));
            Assert.Equal(["1", "two", "3"], await Outcomes(pool.MapEachUnordered([1, 2, 3], FailsAt2)));
        });
    }

    [Fact]
    public void T68_An_error_of_the_source_comes_after_the_results_before_it()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            FormatException error = await Throws<FormatException>(async () => await pool.MapAsync(OneAndFail(), AfterThatLong));
            Assert.Equal("source", error.Message);
            Assert.Equal(["1", "source"], await Outcomes(pool.MapEach(OneAndFail(), AfterThatLong)));
            Assert.Equal(["1", "source"], await Outcomes(pool.MapEachUnordered(OneAndFail(), AfterThatLong)));
            await await pool.SpawnAsync(async () => Assert.Equal(["1", "source"], await Outcomes(pool.MapEach(OneAndFail(), AfterThatLong))));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void T69_The_look_ahead_bounds_what_is_started_and_not_read(bool ordered)
    {
        Run(async () =>
        {
            CoPool pool = new(5);
            int started = 0;
            int consumed = 0;
            Func<int, Coroutine<int>> entry = async n =>
            {
                started++;
                await Co.YieldAsync();
                return n;
            };
            IEnumerable<int> source = Enumerable.Range(0, 10);
            CoSequence<int> results = ordered ? pool.MapEach(source, entry, lookAhead: 1) : pool.MapEachUnordered(source, entry, lookAhead: 1);
            await foreach (int result in results)
            {
                consumed++;
                await Co.SleepAsync(1);
                Assert.InRange(started, consumed, consumed + 1);
            }

            Assert.Equal(10, consumed);
            Assert.Throws<ArgumentOutOfRangeException>(() => pool.MapEach(source, entry, lookAhead: 0));
        });
    }

    [Fact]
    public void By_default_a_pool_runs_ahead_by_twice_its_size()
    {
        Run(async () =>
        {
            int started = 0;
            CoPool pool = new(3);
            CoEnumerator<int> results = pool.MapEach(Enumerable.Range(0, 100), n => new Coroutine<int>(n + (0 * ++started))).GetAsyncEnumerator();
            await results.MoveNextAsync();
            await Co.SleepAsync(1);
            Assert.Equal(7, started);
            await results.DisposeAsync();
        });
    }

    [Fact]
    public void Nothing_runs_before_the_first_result_is_asked_for_and_each_enumeration_runs_anew()
    {
        Run(async () =>
        {
            int calls = 0;
            CoSequence<int> results = new CoPool(2).MapEach([1, 2], n => new Coroutine<int>(n + (0 * ++calls)));
            await Co.SleepAsync(1);
            Assert.Equal(0, calls);
            await Outcomes(results);
            await Outcomes(results);
            Assert.Equal(4, calls);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_consumer_that_leaves_early_cancels_the_rest_and_waits_for_it(bool ordered)
    {
        Log log = new();
        Run(async () =>
        {
            CoPool pool = new(2);
            Func<int, Coroutine<int>> entry = async n =>
            {
                try
                {
                    return await AfterThatLong(n);
                }
                catch (FiberKilledException)
                {
                    await Co.SleepAsync(1);
                    log.Add($"cancelled{n}");
                    throw;
                }
            };
            IEnumerable<int> source = Source();
            await foreach (int result in ordered ? pool.MapEach(source, entry) : pool.MapEachUnordered(source, entry))
            {
                log.Add(result);
                await Co.SleepAsync(1);
                break;
            }

            log.Add("left");
            Assert.Empty(pool);
        });
        log.ShouldBeInAnyOrder("1 cancelled100 cancelled101 disposed left");
        Assert.EndsWith("disposed left", log.ToString(), StringComparison.Ordinal);

        IEnumerable<int> Source()
        {
            try
            {
                yield return 1;
                for (int i = 100; true; i++) yield return i;
            }
            finally
            {
                log.Add("disposed");
            }
        }
    }

    [Fact]
    public void A_map_that_is_interrupted_cancels_its_calls()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            Fiber mapper = Co.Spawn(() => pool.MapAsync(Enumerable.Repeat(1000, 10), AfterThatLong));
            await Co.SleepAsync(1);
            Assert.Equal(2, pool.Count);
            await mapper.KillAsync();
            Assert.Empty(pool);

            using CancellationTokenSource source = new();
            Co.SpawnAfter(Ms(1), () => { source.Cancel(); return default(Coroutine); });
            OperationCanceledException error = await Throws<OperationCanceledException>(async () => await pool.MapAsync([1000], AfterThatLong, cancellationToken: source.Token));
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Empty(pool);
        });
    }

    [Fact]
    public void A_token_ends_a_lazy_map()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            using CancellationTokenSource source = new();
            Co.SpawnAfter(Ms(5), () => { source.Cancel(); return default(Coroutine); });
            List<int> seen = [];
            await Throws<OperationCanceledException>(async () =>
            {
                await foreach (int result in pool.MapEach([1, 1000, 1], AfterThatLong, cancellationToken: source.Token)) seen.Add(result);
            });
            Assert.Equal([1], seen);
            Assert.Empty(pool);
        });
    }

    [Fact]
    public void Nested_maps_in_one_small_pool_are_no_deadlock()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            int[] eager = await pool.MapAsync([1, 2, 3], async n => (await pool.MapAsync(Enumerable.Range(0, 3), AfterThatLong)).Sum() + n);
            Assert.Equal([4, 5, 6], eager);
            string[] lazy = await pool.MapAsync([1, 2, 3], async n => string.Concat(await Outcomes(pool.MapEach([3, 2, 1], AfterThatLong))));
            Assert.Equal(["321", "321", "321"], lazy);
            string[] unordered = await pool.MapAsync([1, 2, 3], async n => string.Concat((await Outcomes(pool.MapEachUnordered([3, 2, 1], FailsAt2))).Order(StringComparer.Ordinal)));
            Assert.Equal(["13two", "13two", "13two"], unordered);
            Assert.Empty(pool);
            Assert.Equal(2, pool.FreeCount);
        });
    }

    [Fact]
    public void Progress_is_told_of_each_call()
    {
        List<Exception> reported = [];
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, failed) => reported.Add(failed.Error);
        loop.Run(async () =>
        {
            CoPool pool = new(2);
            Reports reports = new();
            await pool.MapAsync([2, 1], AfterThatLong, reports);
            Assert.Equal([new MapProgress(1, 2), new MapProgress(2, 2)], reports.All);
            await Outcomes(pool.MapEachUnordered(OneAndFail(), AfterThatLong, progress: reports));
            Assert.Equal(new MapProgress(1, null), reports.All[2]);
            Assert.Equal(1, (await pool.MapAsync([1], AfterThatLong, new Reports { Fails = true }))[0]);
        });
        Assert.IsType<FormatException>(Assert.Single(reported));
    }

    private sealed class Reports : IProgress<MapProgress>
    {
        internal bool Fails { get; init; }

        internal List<MapProgress> All { get; } = [];

        public void Report(MapProgress value)
        {
            if (Fails) throw new FormatException();
            All.Add(value);
        }
    }

    [Fact]
    public void An_enumeration_at_its_end_needs_no_waiting_to_be_disposed_of()
    {
        Run(async () =>
        {
            CoEnumerator<int> results = new CoPool(2).MapEach([1], AfterThatLong).GetAsyncEnumerator();
            while (await results.MoveNextAsync())
            {
            }

            results.Dispose();
            Assert.False(await results.MoveNextAsync());
            CoEnumerator<int> unfinished = new CoPool(2).MapEach([1, 2], AfterThatLong).GetAsyncEnumerator();
            await unfinished.MoveNextAsync();
            Assert.Throws<BlockingCallException>(() => unfinished.Dispose());
            await unfinished.DisposeAsync();
        });
    }

    [Fact]
    public void Plain_code_enumerates_by_pumping()
    {
        CoPool pool = new(2);
        Assert.Equal([1, 2, 3], pool.MapEach([1, 2, 3], AfterThatLong));
        Assert.Equal([2, 1], pool.Map([2, 1], AfterThatLong));
        Assert.Equal([1], pool.MapEachUnordered([1000, 1], AfterThatLong).Take(1));
        Assert.Empty(pool);
    }

    [Fact]
    public async Task Ordinary_async_code_reads_a_sequence_of_a_pool_of_its_own_loop()
    {
        List<int> seen = [];
        Task reader = Task.CompletedTask;
        await Task.Run(() => Run(async () =>
        {
            reader = Read(new CoPool(2).MapEach([1, 2], AfterThatLong).AsAsyncEnumerable());
            await CoTask.WaitAsync(reader);
        }));
        Assert.Equal([1, 2], seen);

        async Task Read(IAsyncEnumerable<int> results)
        {
            await foreach (int result in results) seen.Add(result);
        }
    }

    [Fact]
    public async Task Async_code_outside_any_fiber_is_told_that_nobody_would_run_the_calls()
    {
        await Task.Yield();
        CoPool pool = new(1);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pool.MapAsync([1], AfterThatLong));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pool.ApplyAsync(AfterThatLong, 1));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pool.MapEach([1], AfterThatLong).GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public void A_pile_gives_results_in_the_order_of_the_spawns()
    {
        Run(async () =>
        {
            CoPool pool = new(2);
            CoPile<int> pile = new(pool);
            await pile.SpawnAsync(AfterThatLong, 3);
            await pile.SpawnAsync(AfterThatLong, 1);
            await pile.SpawnAsync(FailsAt2, 2);
            Assert.Equal(3, pile.Count);
            Assert.Equal(["3", "1", "two"], await Outcomes(pile));
            Assert.Empty(await Outcomes(pile));
            await pile.SpawnAsync(() => AfterThatLong(1));
            await foreach (int result in pile)
            {
                Assert.Equal(1, result);
                if (pool.Size-- == 2) await pile.SpawnAsync(AfterThatLong, 1);
            }

            Assert.Equal(0, pile.Count);
        });
    }

    [Theory]
    [Interleavings(30)]
    public void Under_any_order_of_turns_all_results_come(TestScheduler scheduler)
    {
        scheduler.Run(async () =>
        {
            CoPool pool = new(2);
            Fiber inside = pool.Spawn(async () => Assert.Equal(["1", "two", "3"], Sorted(await Outcomes(pool.MapEachUnordered([1, 2, 3], FailsAt2, lookAhead: 2)))));
            Assert.Equal(["1", "two", "3"], await Outcomes(pool.MapEach([1, 2, 3], FailsAt2, lookAhead: 2)));
            await inside;
            Assert.Equal(2, pool.FreeCount);
        });

        static IEnumerable<string> Sorted(IEnumerable<string> outcomes) => outcomes.OrderBy(outcome => outcome == "two" ? "2" : outcome, StringComparer.Ordinal);
    }
}
