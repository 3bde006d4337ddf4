using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen.Tests;

/// <summary>What the twins of iterators return, written here by hand as the generator writes it.</summary>
public class SequenceTests : Staged
{
    private readonly Log _log = new();

    private static CoEnumerable<int> Count(int from, int count, int pause = 0) => Sequences.Of<int>(y => CountBody(y, from, count, pause));

    private static async Coroutine CountBody(SequenceYielder<int> yielder, int from, int count, int pause)
    {
        for (; count > 0; count--)
        {
            if (pause > 0) await Co.SleepAsync(pause);
            if (await yielder.Return(from++)) return;
        }
    }

    private static async Coroutine<string> Text(CoEnumerable<int> values)
    {
        List<int> seen = [];
        await foreach (int value in values) seen.Add(value);
        return string.Join(' ', seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Each_enumeration_begins_anew_with_the_parameters_of_the_call(int pause) => Assert.Equal("3 4 5|3 4 5", Run(async Coroutine<string> () =>
    {
        CoEnumerable<int> values = Count(3, 3, pause);
        return await Text(values) + "|" + await Text(values);
    }));

    [Fact]
    public void Two_runs_may_go_on_at_once() => Assert.Equal("00 10 20", Run(async Coroutine<string> () =>
    {
        CoEnumerable<int> values = Count(0, 3, 1);
        List<string> seen = [];
        await foreach (int a in values)
        {
            await foreach (int b in values)
            {
                seen.Add($"{a}{b}");
                break;
            }
        }

        return string.Join(' ', seen);
    }));

    [Fact]
    public void The_body_begins_with_the_first_step()
    {
        Run(async Coroutine () =>
        {
            CoEnumerable<int> values = Sequences.Of<int>(async Coroutine (y) =>
            {
                _log.Add("body");
                if (await y.Return(1)) return;
                _log.Add("end");
            });
            _log.Add("made");
            CoEnumerable<int>.Enumerator run = values.GetAsyncEnumerator();
            _log.Add("begun");
            Assert.True(await run.MoveNextAsync());
            _log.Add(run.Current);
            Assert.False(await run.MoveNextAsync());
            Assert.False(await run.MoveNextAsync());
            await run.DisposeAsync();
            Assert.False(await run.MoveNextAsync());
        });
        _log.ShouldBe("made begun body 1 end");
    }

    [Fact]
    public void A_run_that_is_disposed_of_before_it_began_never_begins()
    {
        Run(async Coroutine () =>
        {
            CoEnumerable<int>.Enumerator run = Sequences.Of<int>(async Coroutine (y) =>
            {
                _log.Add("body");
                await y.Return(1);
            }).GetAsyncEnumerator();
            await run.DisposeAsync();
            Assert.False(await run.MoveNextAsync());
            Assert.Equal(0, run.Current);
        });
        _log.ShouldBe("");
    }

    private CoEnumerable<int> Guarded(int pause, bool fails = false) => Sequences.Of<int>(async Coroutine (y) =>
    {
        try
        {
            try
            {
                if (await y.Return(1)) return;
                await Co.SleepAsync(pause);
                if (fails) throw new InvalidOperationException("failed");
                if (await y.Return(2)) return;
            }
            finally
            {
                _log.Add("closing");
                await Co.SleepAsync(pause);
                _log.Add("inner");
            }

            _log.Add("after");
        }
        finally
        {
            await Co.SleepAsync(pause);
            _log.Add("outer");
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Leaving_early_runs_the_finally_blocks_which_may_wait(int pause)
    {
        Run(async Coroutine () =>
        {
            await foreach (int value in Guarded(pause))
            {
                _log.Add(value);
                break;
            }

            _log.Add("left");
        });
        _log.ShouldBe("1 closing inner outer left");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void An_error_passes_through_and_ends_the_run(int pause)
    {
        Run(async Coroutine () =>
        {
            CoEnumerable<int>.Enumerator run = Guarded(pause, fails: true).GetAsyncEnumerator();
            Assert.True(await run.MoveNextAsync());
            InvalidOperationException error = await Virtual.Throws<InvalidOperationException>(async Coroutine () => await run.MoveNextAsync());
            _log.Add(error.Message);
            Assert.False(await run.MoveNextAsync());
            await run.DisposeAsync();
        });
        _log.ShouldBe("closing inner outer failed");
    }

    [Fact]
    public void An_error_of_the_consumer_leaves_the_body()
    {
        Run(async Coroutine () =>
        {
            try
            {
                await foreach (int value in Guarded(2)) throw new FormatException("consumer");
            }
            catch (FormatException error)
            {
                _log.Add(error.Message);
            }
        });
        _log.ShouldBe("closing inner outer consumer");
    }

    [Fact]
    public void A_kill_is_thrown_where_the_body_waits()
    {
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                try
                {
                    await foreach (int value in Guarded(5))
                    {
                        _log.Add(value);
                    }
                }
                catch (FiberKilledException)
                {
                    _log.Add("killed");
                    throw;
                }
            });
            await Co.SleepAsync(2);
            await fiber.KillAsync();
        });
        _log.ShouldBe("1 closing inner outer killed");
    }

    [Fact]
    public void A_kill_of_the_consumer_leaves_the_body()
    {
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                await foreach (int value in Guarded(1)) await Co.SleepAsync(50);
            });
            await Co.SleepAsync(2);
            await fiber.KillAsync();
            _log.Add(fiber.State);
        });
        _log.ShouldBe("closing inner outer Killed");
    }

    [Fact]
    public void A_timeout_around_the_loop_ends_a_wait_in_the_body()
    {
        TimeSpan elapsed = Run(async Coroutine () =>
        {
            try
            {
                using (Co.TimeoutAfter(TimeSpan.FromMilliseconds(25)))
                {
                    await foreach (int value in Count(0, 100, 10)) _log.Add(value);
                }
            }
            catch (TimeoutException)
            {
                _log.Add("timeout");
            }
        });
        _log.ShouldBe("0 1 timeout");
        Assert.Equal(25, elapsed.TotalMilliseconds);
    }

    [Fact]
    public void Ambient_state_flows_both_ways()
    {
        AsyncLocal<int> local = new();
        Run(async Coroutine () =>
        {
            local.Value = 1;
            CoEnumerable<int> values = Sequences.Of<int>(async Coroutine (y) =>
            {
                for (int i = 0; i < 2; i++)
                {
                    if (await y.Return(local.Value)) return;
                    local.Value *= 10;
                    await Co.SleepAsync(1);
                    local.Value += 1;
                }
            });
            await foreach (int value in values)
            {
                _log.Add(value);
                local.Value++;
            }

            _log.Add(local.Value);
        });
        _log.ShouldBe("1 21 221");
    }

    [Fact]
    public void A_body_that_asks_for_its_own_next_value_is_refused()
    {
        Run(async Coroutine () =>
        {
            CoEnumerable<int>.Enumerator run = default;
            run = Sequences.Of<int>(async Coroutine (y) => await run.MoveNextAsync()).GetAsyncEnumerator();
            await Virtual.Throws<InvalidOperationException>(async Coroutine () => await run.MoveNextAsync());
        });
    }

    [Fact]
    public void Fibers_may_share_a_run_one_after_the_other()
    {
        Run(async Coroutine () =>
        {
            CoEnumerable<int>.Enumerator run = Count(0, 4, 1).GetAsyncEnumerator();
            for (int i = 0; i < 4; i++)
            {
                await Co.Spawn(async Coroutine () =>
                {
                    await run.MoveNextAsync();
                    _log.Add(run.Current);
                }).JoinAsync();
            }

            Assert.False(await run.MoveNextAsync());
        });
        _log.ShouldBe("0 1 2 3");
    }

    [Fact]
    public void A_fiber_may_move_while_it_enumerates()
    {
        LoopScheduler first = new(Virtual.Clock());
        using BackgroundLoop second = BackgroundLoop.Start();
        first.Run(async Coroutine () =>
        {
            await foreach (int value in Count(0, 2))
            {
                _log.Add(value);
                await Co.SwitchToAsync(second.Scheduler);
            }
        });
        _log.ShouldBe("0 1");
    }

    private static CoEnumerable<int> Walk(int depth, int pause) => Sequences.Of<int>(y => WalkBody(y, depth, pause));

    private static async Coroutine WalkBody(SequenceYielder<int> yielder, int depth, int pause)
    {
        if (depth == 0)
        {
            if (pause > 0) await Co.SleepAsync(pause);
            if (await yielder.Return(1)) return;
            return;
        }

        await foreach (int leaf in Walk(depth - 1, pause))
        {
            if (await yielder.Return(leaf * 2)) return;
        }

        await foreach (int leaf in Walk(depth - 1, pause))
        {
            if (await yielder.Return((leaf * 2) + 1)) return;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Iterators_nest(int pause) => Assert.Equal("8 12 10 14 9 13 11 15", Run(() => Text(Walk(3, pause))));

    [Fact]
    public void The_turns_of_others_come_only_where_the_body_waits() => Assert.Equal("0 other 1 2", Virtual.Run(async Coroutine<string> () =>
    {
        Co.Spawn(() => _log.Add("other"));
        await foreach (int value in Sequences.Of<int>(async Coroutine (y) =>
        {
            if (await y.Return(0)) return;
            await Co.YieldAsync();
            if (await y.Return(1)) return;
            await y.Return(2);
        }))
        {
            _log.Add(value);
        }

        return _log.ToString();
    }));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Linq_over_it_stays_in_the_fiber(int pause) => Assert.Equal("1 3 5|True|15", Run(async Coroutine<string> () =>
    {
        Fiber here = Co.Current!.Value;
        bool stays = true;
        IAsyncEnumerable<int> odd = Count(0, 6, pause).Where(n =>
        {
            stays &= Co.Current == here;
            return n % 2 == 1;
        });
        List<int> list = await odd.ToListAsync();
        stays &= Co.Current == here;
        return $"{string.Join(' ', list)}|{stays}|{await Count(0, 6, pause).SumAsync()}";
    }));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Lambdas_of_linq_that_wait_stay_in_the_fiber(int pause) => Assert.Equal("4 6 8|True", Run(async Coroutine<string> () =>
    {
        Fiber here = Co.Current!.Value;
        bool stays = true;
        List<int> list = await Sequences.InFiber(Enumerable.Range(0, 5).ToAsyncEnumerable()
            .Where([AsyncMethodBuilder(typeof(FiberValueTaskMethodBuilder<>))] async ValueTask<bool> (int n, CancellationToken _) =>
            {
                await Co.SleepAsync(pause);
                stays &= Co.Current == here;
                return n > 1;
            })
            .Select([AsyncMethodBuilder(typeof(FiberValueTaskMethodBuilder<>))] async ValueTask<int> (int n, CancellationToken _) =>
            {
                await Co.SleepAsync(pause);
                stays &= Co.Current == here;
                return 2 * n;
            })
            .ToListAsync());
        stays &= Co.Current == here;
        return $"{string.Join(' ', list)}|{stays}";
    }));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_lambda_that_returns_a_task_runs_in_the_fiber(int pause) => Assert.Equal("5 True", Run(async Coroutine<string> () =>
    {
        Fiber here = Co.Current!.Value;
        bool stays = true;
        Func<Task<int>> number = [AsyncMethodBuilder(typeof(FiberTaskMethodBuilder<>))] async Task<int> () =>
        {
            await Co.SleepAsync(pause);
            stays &= Co.Current == here;
            return 5;
        };
        Func<Task> failing = [AsyncMethodBuilder(typeof(FiberTaskMethodBuilder))] async Task () =>
        {
            await Co.SleepAsync(pause);
            throw new FormatException();
        };
        int five = await number();
        await Virtual.Throws<FormatException>(async Coroutine () => await failing());
        return $"{five} {stays}";
    }));

    [Fact]
    public void A_kill_reaches_the_body_through_linq()
    {
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Guarded(5).Select(static n => n).ToListAsync());
            await Co.SleepAsync(2);
            await fiber.KillAsync();
            _log.Add(fiber.State);
        });
        _log.ShouldBe("closing inner outer Killed");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Ordinary_async_code_may_enumerate_it(int pause)
    {
        List<int> seen = [];
        await foreach (int value in Count(0, 5, pause)) seen.Add(value);
        Assert.Equal("0 1 2 3 4", string.Join(' ', seen));
        Assert.Equal(10, await Count(0, 5, pause).SumAsync());
        await foreach (int value in Guarded(pause)) break;
        _log.ShouldBe("closing inner outer");
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (int value in Guarded(pause, fails: true))
            {
            }
        });
    }

    [Fact]
    public void A_token_is_looked_at_before_each_value()
    {
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            OperationCanceledException error = await Virtual.Throws<OperationCanceledException>(async Coroutine () =>
            {
                await foreach (int value in Guarded(0).WithCancellation(source.Token))
                {
                    _log.Add(value);
                    source.Cancel();
                }
            });
            Assert.Equal(source.Token, error.CancellationToken);
        });
        _log.ShouldBe("1 closing inner outer");
    }

    [Fact]
    public void Plain_values_are_a_sequence_too() => Assert.Equal("1 2 3", Run(() => Text(Sequences.Plain((IEnumerable<int>)[1, 2, 3]))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_thousand_values_allocate_nothing(bool waits)
    {
        Func<SequenceYielder<long>, Coroutine> body = async Coroutine (y) =>
        {
            for (long i = 0; i < 10_000; i++)
            {
                if (waits) await Co.YieldAsync();
                if (await y.Return(i)) return;
            }
        };
        async Coroutine Consume()
        {
            long sum = 0;
            await foreach (long value in Sequences.Of(body)) sum += value;
            Assert.Equal(49_995_000, sum);
        }

        Assert.InRange(Virtual.Run(async Coroutine<long> () =>
        {
            await Consume();
            long before = GC.GetAllocatedBytesForCurrentThread();
            await Consume();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }), 0, 1024);
    }
}

public sealed class SequenceTestsOnPool : SequenceTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
