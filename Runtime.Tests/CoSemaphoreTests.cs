namespace CoGen.Tests;

public class CoSemaphoreTests : Staged
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Permits_are_taken_and_released()
    {
        CoSemaphore semaphore = new(2, 3);
        Assert.True(semaphore.TryWait());
        Assert.True(semaphore.TryWait());
        Assert.False(semaphore.TryWait());
        Assert.Equal(0, semaphore.Release(3));
        SemaphoreFullException error = Assert.Throws<SemaphoreFullException>(() => semaphore.Release());
        Assert.Contains("at most 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, semaphore.CurrentCount);
    }

    [Fact]
    public void L8_Those_who_wait_are_woken_in_the_order_in_which_they_came()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            for (int i = 1; i <= 3; i++)
            {
                Co.Spawn(
                    async i =>
                    {
                        await semaphore.WaitAsync();
                        log.Add(i);
                    },
                    i);
            }

            await Co.YieldAsync();
            semaphore.Release(2);
            log.Add("released");
            await Co.YieldAsync();
            semaphore.Release();
            await Co.SleepAsync(1);
        });
        log.ShouldBe("released 1 2 3");
    }

    [Fact]
    public void L9_Whoever_runs_may_take_the_permit_before_the_one_just_woken_who_keeps_its_place()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            Fiber first = Co.Spawn(async () =>
            {
                await semaphore.WaitAsync();
                log.Add("first");
            });
            Fiber second = Co.Spawn(async () =>
            {
                await semaphore.WaitAsync();
                log.Add("second");
            });
            await Co.YieldAsync();
            semaphore.Release();
            Assert.True(semaphore.TryWait());
            log.Add("barged");
            await Co.SleepAsync(1);
            semaphore.Release(2);
            await Co.JoinAllAsync(first, second);
        });
        log.ShouldBe("barged first second");
    }

    [Fact]
    public void T37_A_wait_with_a_timeout_returns_false_when_it_has_passed()
    {
        TimeSpan took = Run(async () => Assert.False(await new CoSemaphore(0).WaitAsync(s_second)));
        Assert.Equal(s_second, took);
    }

    [Fact]
    public void A_wait_that_timed_out_leaves_the_permit_to_the_next()
    {
        Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            Fiber<bool> short_ = Co.Spawn(() => semaphore.WaitAsync(s_second));
            Fiber<bool> patient = Co.Spawn(() => semaphore.WaitAsync(10 * s_second));
            await Co.SleepAsync(2 * s_second);
            semaphore.Release();
            Assert.False(await short_);
            Assert.True(await patient);
            Assert.Equal(0, semaphore.CurrentCount);
        });
    }

    [Fact]
    public void A_permit_released_in_the_pass_of_the_timeout_wins()
    {
        Virtual.Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            Fiber<bool> waiter = Co.Spawn(() => semaphore.WaitAsync(s_second));
            Co.SpawnAfter(s_second, () => { semaphore.Release(); return default(Coroutine); });
            Assert.True(await waiter);
        });
    }

    [Fact]
    public void A_kill_ends_the_wait_and_leaves_the_line()
    {
        Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            Fiber killed = Co.Spawn(() => semaphore.WaitAsync());
            await Co.SleepAsync(1);
            await killed.KillAsync();
            Assert.Equal(FiberState.Killed, killed.State);
            semaphore.Release();
            Assert.True(semaphore.TryWait());
        });
    }

    [Fact]
    public void A_kill_after_the_wake_leaves_the_permit_to_the_fiber_and_comes_at_its_next_wait()
    {
        Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            bool had = false;
            Fiber killed = Co.Spawn(async () =>
            {
                await semaphore.WaitAsync();
                had = true;
                try { await Co.SleepAsync(1); }
                finally { semaphore.Release(); }
            });
            await Co.SleepAsync(1);
            semaphore.Release();
            killed.Cancel();
            await killed.JoinAsync();
            Assert.True(had);
            Assert.Equal(FiberState.Killed, killed.State);
            Assert.Equal(1, semaphore.CurrentCount);
        });
    }

    [Fact]
    public void A_kill_that_meets_a_wake_that_came_to_nothing_ends_the_wait()
    {
        Virtual.Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            Fiber killed = Co.Spawn(() => semaphore.WaitAsync());
            await Co.SleepAsync(1);
            semaphore.Release();
            killed.Cancel();
            Assert.True(semaphore.TryWait());
            await killed.JoinAsync();
            Assert.Equal(FiberState.Killed, killed.State);
        });
    }

    [Fact]
    public void A_token_ends_the_wait()
    {
        Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            using CancellationTokenSource source = new();
            Fiber waiter = Co.Spawn(() => semaphore.WaitAsync(source.Token));
            await Co.SleepAsync(1);
            source.Cancel();
            OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter.AsTask());
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Throws<OperationCanceledException>(() => { semaphore.WaitAsync(source.Token); });
        });
    }

    [Fact]
    public void T41_A_loop_of_tries_that_do_not_wait_lets_the_owner_run()
    {
        Virtual.Run(async () =>
        {
            CoSemaphore semaphore = new(0);
            Co.Spawn(async () =>
            {
                await Co.YieldAsync();
                semaphore.Release();
            });
            int tries = 1;
            while (!await semaphore.WaitAsync(TimeSpan.Zero)) tries++;
            Assert.InRange(tries, 2, 4);
        });
    }

    [Fact]
    public void In_a_self_contained_loop_a_wait_that_nobody_ends_is_a_deadlock()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Run(async () => await new CoSemaphore(0) { Name = "slots" }.WaitAsync()));
        Assert.Contains("a permit of CoSemaphore 'slots'", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void T38_Whoever_waits_to_see_a_permit_free_takes_none() => Virtual.Run(async () =>
    {
        CoSemaphore semaphore = new(1);
        Assert.True(await semaphore.WaitUntilFreeAsync(TimeSpan.Zero));
        Assert.True(await semaphore.WaitUntilFreeAsync(Timeout.InfiniteTimeSpan));
        Assert.True(semaphore.TryWait());
        Fiber<bool> first = Co.Spawn(() => semaphore.WaitUntilFreeAsync(s_second));
        await Co.YieldAsync();
        semaphore.Release();
        Fiber<bool> second = Co.Spawn(() => semaphore.WaitUntilFreeAsync(s_second));
        semaphore.Release();
        Assert.True(await first);
        Assert.True(await second);
        Assert.Equal(2, semaphore.CurrentCount);
    });

    [Fact]
    public void T39_A_task_that_wants_it_once_gets_it_from_two_that_take_turns_and_the_deadlock_is_found()
    {
        CoSemaphore semaphore = new();
        bool quits = false;
        Fiber first = default;
        Fiber second = default;
        Fiber exiting = default;
        LoopScheduler loop = new(Virtual.Clock());
        Assert.Throws<DeadlockException>(() => loop.Run(async () =>
        {
            first = Co.Spawn(Acquire);
            second = Co.Spawn(Acquire);
            exiting = Co.Spawn(async () =>
            {
                await semaphore.WaitAsync();
                quits = true;
            });
            await Co.JoinAllAsync(first, second, exiting);
        }));
        Assert.True(exiting.IsFinished);
        Assert.True(second.IsFinished);
        Assert.False(first.IsFinished);

        async Coroutine Acquire()
        {
            if (quits) return;
            await semaphore.WaitAsync();
            await Co.Spawn(Release);
        }

        async Coroutine Release()
        {
            semaphore.Release();
            await Co.Spawn(Acquire);
        }
    }

    [Fact]
    public void T39_Who_was_passed_once_is_handed_the_next_permit() => Virtual.Run(async () =>
    {
        CoSemaphore semaphore = new(1);
        bool quits = false;
        Fiber busy = Co.Spawn(async () =>
        {
            while (!quits)
            {
                await semaphore.WaitAsync();
                await Co.SleepAsync(1);
                semaphore.Release();
            }
        });
        await Co.YieldAsync();
        Assert.True(await semaphore.WaitAsync(s_second));
        quits = true;
        semaphore.Release();
        await busy;
    });

    [Fact]
    public void A_fair_one_lets_nobody_pass_those_who_wait() => Virtual.Run(async () =>
    {
        CoSemaphore semaphore = new(0) { IsFair = true };
        Fiber<bool> first = Co.Spawn(() => semaphore.WaitAsync(s_second));
        Fiber<bool> second = Co.Spawn(() => semaphore.WaitAsync(s_second));
        await Co.YieldAsync();
        Assert.Equal(2, semaphore.WaitingCount);
        semaphore.Release();
        Assert.False(semaphore.TryWait());
        Assert.Equal(1, semaphore.WaitingCount);
        semaphore.Release(2);
        Assert.True(semaphore.TryWait());
        Assert.True(await first);
        Assert.True(await second);
    });

    [Fact]
    public void GV124_One_with_as_many_permits_as_there_are_numbers_never_waits()
    {
        CoSemaphore semaphore = new(int.MaxValue);
        for (int i = 0; i < 1000; i++) Assert.True(semaphore.TryWait());
        semaphore.Release(1000);
        Assert.Throws<SemaphoreFullException>(() => semaphore.Release());
    }

    [Fact]
    public void In_every_order_of_turns_no_permit_is_lost() => TestScheduler.Explore(async () =>
    {
        CoSemaphore semaphore = new(2);
        int inside = 0;
        Fiber[] fibers = [.. Enumerable.Range(0, 4).Select(i => Co.Spawn(async () =>
        {
            if (!await semaphore.WaitAsync(i == 3 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan)) return;
            try
            {
                Assert.InRange(++inside, 1, 2);
                await Co.YieldAsync();
                inside--;
            }
            finally
            {
                semaphore.Release();
            }
        }))];
        Fiber killed = Co.Spawn(() => semaphore.WaitAsync());
        await Co.YieldAsync();
        await killed.KillAsync();
        if (killed.State == FiberState.Succeeded) semaphore.Release();
        await Co.JoinAllAsync(fibers);
        Assert.Equal(2, semaphore.CurrentCount);
        Assert.Equal(0, semaphore.WaitingCount);
    }, maxRuns: 3000);

    [Fact]
    public void T40_Two_threads_and_a_hosted_twin_lose_no_permit()
    {
        const int Turns = 10_000;
        CoSemaphore semaphore = new(1);
        int inside = 0;
        int counted = 0;
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < Turns; i++)
            {
                semaphore.Wait();
                Enter();
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        Hosted().GetAwaiter().GetResult();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(3 * Turns, counted);
        Assert.Equal(1, semaphore.CurrentCount);

        void Enter()
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            counted++;
            Interlocked.Decrement(ref inside);
            semaphore.Release();
        }

        async Task Hosted()
        {
            for (int i = 0; i < Turns; i++)
            {
                if (!await semaphore.WaitAsync(TimeSpan.FromMinutes(1))) throw new TimeoutException();
                Enter();
            }
        }
    }
}
