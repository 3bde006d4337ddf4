using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class FiberKillTests : Staged
{
    private readonly Log _log = new();

    private async Coroutine Body()
    {
        _log.Add("begin");
        try
        {
            await Co.SleepAsync(Timeout.Infinite);
        }
        finally
        {
            _log.Add("finally");
        }
    }

    [Fact]
    public void Before_its_first_turn_the_body_never_runs() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber spawned = Co.Spawn(Body);
            Fiber later = Co.SpawnAfter(Ms(5), Body);
            await spawned.KillAsync();
            await later.KillAsync();
            await Co.SleepAsync(10);
            Assert.Equal(FiberState.Killed, spawned.State);
            Assert.Equal(FiberState.Killed, later.State);
            Assert.Null(spawned.Exception);
            _log.ShouldBe("");
        });

    [Fact]
    public void A_kill_ends_the_wait_runs_finally_and_is_not_a_failure() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(Body);
            await Co.SleepAsync(1);
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            Assert.Null(fiber.Exception);
            _log.ShouldBe("begin finally");
            await fiber.KillAsync();
        });

    [Fact]
    public void Cancel_does_not_wait() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(Body);
            await Co.YieldAsync();
            fiber.Cancel();
            fiber.Cancel();
            Assert.False(fiber.IsFinished);
            await Co.YieldAsync();
            Assert.True(fiber.IsFinished);
        });

    [Fact]
    public void A_fiber_that_is_ready_gets_the_kill_at_its_yield() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                _log.Add("before");
                await Co.YieldAsync();
                _log.Add("after");
            });
            await Co.YieldAsync();
            fiber.Cancel();
            await fiber.JoinAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("before");
        });

    [Fact]
    public void Who_catches_the_kill_goes_on_and_its_own_result_stands() =>
        Run(async Coroutine () =>
        {
            Fiber<string> stubborn = Co.Spawn(async Coroutine<string> () =>
            {
                try
                {
                    await Co.SleepAsync(Timeout.Infinite);
                }
                catch (FiberKilledException)
                {
                    await Co.SleepAsync(5);
                }

                return "survived";
            });
            await Co.SleepAsync(1);
            await stubborn.KillAsync();
            Assert.Equal(FiberState.Succeeded, stubborn.State);
            Assert.Equal("survived", stubborn.Result);
        });

    [Fact]
    public void Kill_waits_no_longer_than_told() =>
        Run(async Coroutine () =>
        {
            Fiber stubborn = Co.Spawn(async Coroutine () =>
            {
                try
                {
                    await Co.SleepAsync(Timeout.Infinite);
                }
                finally
                {
                    await Co.SleepAsync(100);
                }
            });
            await Co.SleepAsync(1);
            Assert.False(await stubborn.KillAsync(Ms(50)));
            Assert.True(await stubborn.JoinAsync(Ms(50)));
        });

    [Fact]
    public void A_fiber_may_kill_itself() =>
        Run(async Coroutine () =>
        {
            Fiber self = Co.Spawn(async Coroutine () =>
            {
                _log.Add("before");
                await Co.Current!.Value.KillAsync();
                _log.Add("after");
            });
            await self.JoinAsync();
            Assert.Equal(FiberState.Killed, self.State);
            _log.ShouldBe("before");
        });

    [Fact]
    public void A_kill_cancels_the_token_so_that_real_IO_ends()
    {
        Co.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Task.Delay(Timeout.Infinite, Co.Token));
            await Co.YieldAsync();
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
        });
    }

    [Fact]
    public void After_the_kill_was_delivered_clean_up_has_a_fresh_token() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                CancellationToken first = Co.Token;
                try
                {
                    await Co.SleepAsync(Timeout.Infinite);
                }
                finally
                {
                    _log.Add($"{first.IsCancellationRequested} {Co.Token.IsCancellationRequested}");
                }
            });
            await Co.SleepAsync(1);
            await fiber.KillAsync();
            _log.ShouldBe("True False");
        });

    [Fact]
    public void A_kill_ends_the_wait_for_a_task_not_the_task()
    {
        TaskCompletionSource never = new();
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await CoTask.WaitAsync(never.Task));
            await Co.SleepAsync(1);
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            Assert.False(never.Task.IsCompleted);
        });

        // The abandoned task is forgotten: what follows is a deadlock, not a wait for it.
        Assert.Throws<DeadlockException>(() => Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await CoTask.WaitAsync(never.Task));
            await Co.SleepAsync(1);
            await fiber.KillAsync();
            await Co.SleepAsync(Timeout.Infinite);
        }));
        never.SetResult();
    }

    [Fact]
    public void A_kill_from_another_thread_arrives()
    {
        Fiber fiber = Co.Spawn(Body);
        Co.Yield();
        Thread thread = new(fiber.Cancel);
        thread.Start();
        thread.Join();
        Assert.False(fiber.IsFinished);
        fiber.Join();
        Assert.Equal(FiberState.Killed, fiber.State);
        _log.ShouldBe("begin finally");
    }

    [Fact]
    public void The_result_of_a_killed_fiber_is_the_kill() =>
        Run(async Coroutine () =>
        {
            Fiber<int> fiber = Co.Spawn(async Coroutine<int> () =>
            {
                await Co.SleepAsync(Timeout.Infinite);
                return 1;
            });
            await Co.SleepAsync(1);
            await fiber.KillAsync();
            Assert.Throws<FiberKilledException>(() => fiber.Result);
            await Assert.ThrowsAsync<FiberKilledException>(() => fiber.AsTask());
        });

    [Fact]
    public void A_kill_at_a_yield_is_not_given_to_ordinary_async_code_that_the_fiber_called() =>
        Virtual.Run(async Coroutine () =>
        {
            Task helper = Task.CompletedTask;
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                helper = Helper();
                await Co.YieldAsync();
                _log.Add("after");
            });
            await Co.YieldAsync();
            Assert.Equal(FiberState.Ready, fiber.State);
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("");
            await helper;

            static async Task Helper() => await Co.SleepAsync(10);
        });

    [Fact]
    public void A_kill_ends_a_wait_that_began_before_it_was_awaited() =>
        Run(async Coroutine () =>
        {
            Fiber endless = Co.Spawn(async Coroutine () => await Co.SleepAsync(Timeout.Infinite));
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                Coroutine end = endless.JoinAsync();
                await Co.SleepAsync(1);
                await end;
            });
            await Co.SleepAsync(2);
            Assert.Equal(FiberState.Waiting, fiber.State);
            fiber.Cancel();
            await Co.SleepAsync(1);
            Assert.Equal(FiberState.Killed, fiber.State);
            endless.Cancel();
        });

    [Fact]
    public void A_callback_of_the_token_that_throws_does_not_keep_the_kill_back() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                Co.Token.Register(() => throw new FormatException());
                await Co.SleepAsync(Timeout.Infinite);
            });
            await Co.YieldAsync();
            Assert.Throws<AggregateException>(fiber.Cancel);
            await Co.YieldAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
        });

    [Fact]
    public void A_kill_from_elsewhere_whose_token_callback_throws_does_not_stop_the_loop() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                Co.Token.Register(() => throw new FormatException());
                await Co.SleepAsync(Timeout.Infinite);
            });
            await Co.SleepAsync(1);
            await Task.Run(fiber.Cancel);
            await fiber.JoinAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
        });

    [Fact]
    public void P9_a_kill_that_has_ended_IO_is_not_thrown_again_in_the_clean_up() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, Co.Token);
                }
                finally
                {
                    await Co.SleepAsync(10);
                    await Task.Delay(1, Co.Token);
                    _log.Add("cleaned");
                }
            });
            await Co.SleepAsync(1);
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("cleaned");
        });

    [Fact]
    public void A_kill_that_IO_ignores_is_thrown_at_the_next_wait() =>
        Run(async Coroutine () =>
        {
            TaskCompletionSource io = new();
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                await io.Task;
                _log.Add("after");
                await Co.YieldAsync();
                _log.Add("not reached");
            });
            await Co.SleepAsync(1);
            fiber.Cancel();
            io.SetResult();
            await fiber.JoinAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
            _log.ShouldBe("after");
        });

    [Fact]
    public void T07_a_kill_with_an_error_is_a_failure_wherever_it_hits() =>
        RunReporting(async Coroutine () =>
        {
            FormatException error = new("kill");
            Fiber<int> unbegun = Co.Spawn(Value, 1);
            Fiber<int> waiting = Co.Spawn(Value, 2);
            Fiber<int> inIO = Co.Spawn(async Coroutine<int> () =>
            {
                await Task.Delay(Timeout.Infinite, Co.Token);
                return 3;
            });
            Fiber later = Co.SpawnAfter(Ms(5), Body);
            unbegun.Cancel(error);
            later.Cancel(error);
            await Co.YieldAsync();
            await waiting.KillAsync(error);
            await inIO.KillAsync(error);
            foreach (Fiber fiber in (Fiber[])[unbegun, waiting, inIO, later])
            {
                await fiber.JoinAsync();
                Assert.Equal(FiberState.Failed, fiber.State);
                Assert.Same(error, fiber.Exception);
            }

            Assert.Same(error, Assert.Throws<FormatException>(() => waiting.Result));
            _log.ShouldBe("");

            static async Coroutine<int> Value(int value)
            {
                await Co.SleepAsync(Timeout.Infinite);
                return value;
            }
        });

    [Fact]
    public void A_kill_exception_of_ones_own_wording_is_a_kill() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(Body);
            await Co.SleepAsync(1);
            await fiber.KillAsync(new FiberKilledException("shutting down"));
            Assert.Equal(FiberState.Killed, fiber.State);
            Assert.Null(fiber.Exception);
        });

    [Fact]
    public void T08_T09_who_catches_everything_runs_to_its_end_and_Kill_returns_then() =>
        Run(async Coroutine () =>
        {
            Fiber<int> stubborn = Co.Spawn(async Coroutine<int> () =>
            {
                _log.Add("start");
                try
                {
                    await Co.SleepAsync(100);
                }
                catch
                {
                    _log.Add("except");
                }

                await Co.SleepAsync(1);
                _log.Add("finished");
                return 7;
            });
            await Co.SleepAsync(1);
            await stubborn.KillAsync();
            _log.ShouldBe("start except finished");
            Assert.Equal(7, stubborn.Result);
        });

    [Fact]
    public void P10_a_kill_is_thrown_once_and_a_second_one_again() =>
        Virtual.Run(async Coroutine () =>
        {
            int kills = 0;
            Fiber stubborn = Co.Spawn(async Coroutine () =>
            {
                for (int i = 0; i < 3; i++)
                {
                    try
                    {
                        await Co.SleepAsync(10);
                    }
                    catch (FiberKilledException)
                    {
                        kills++;
                    }
                }
            });
            await Co.YieldAsync();
            stubborn.Cancel();
            stubborn.Cancel();
            await Co.SleepAsync(1);
            stubborn.Cancel();
            await stubborn.JoinAsync();
            Assert.Equal(2, kills);
            Assert.Equal(FiberState.Succeeded, stubborn.State);
        });

    [Fact]
    public void A_token_that_another_thread_asks_for_is_cancelled_by_the_kill() =>
        Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(Body);
            await Co.SleepAsync(1);
            CancellationToken token = await Task.Run(() => fiber.Token);
            Assert.False(token.IsCancellationRequested);
            await fiber.KillAsync();
            Assert.True(token.IsCancellationRequested);
            Assert.True(fiber.Token.IsCancellationRequested);
        });

    /// <summary>Runs where failures are expected.</summary>
    private static void RunReporting(Func<Coroutine> entry)
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => { };
        loop.Run(entry);
    }

    [Fact]
    public void A_kill_reaches_a_wait_behind_plain_async_code()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            Fiber fiber = Co.Spawn(async () => await Plain());
            await Co.YieldAsync();
            await fiber.KillAsync();
            log.Add(fiber.State);

            async Task Plain()
            {
                try { await Sleep(); }
                finally { log.Add("cleaned up"); }
            }

            async Coroutine Sleep() => await Co.SleepAsync(TimeSpan.FromDays(1));
        });
        log.ShouldBe("cleaned up Killed");
    }

    [Fact]
    public void A_kill_does_not_look_for_a_wait_that_an_earlier_one_has_ended()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoLock gate = new();
            await gate.EnterAsync();
            Fiber waiting = Co.Spawn(async () =>
            {
                try
                {
                    await gate.EnterAsync();
                }
                catch (FiberKilledException)
                {
                    log.Add("killed");
                }

                await Co.YieldAsync();
                log.Add("not reached");
            });
            await Co.YieldAsync();

            // It is told to try, and before it does is killed, and the lock is taken.
            gate.Exit();
            waiting.Cancel();
            Assert.True(gate.TryEnter());
            await Co.YieldAsync();
            waiting.Cancel();
            await waiting.JoinAsync();
            Assert.Equal(FiberState.Killed, waiting.State);
        });
        log.ShouldBe("killed");
    }

    [Fact]
    public void A_callback_of_one_token_that_fails_does_not_keep_the_kill_from_the_other_tokens() =>
        Run(async Coroutine () =>
        {
            TaskCompletionSource reading = new();
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                CancellationToken outer = Co.Token;
                outer.Register(() => reading.SetCanceled(outer));
                using TimeoutScope scope = Co.TimeoutAfter(TimeSpan.FromHours(1));
                Co.Token.Register(static () => throw new FormatException("callback"));
                await reading.Task;
            });
            await Co.SleepAsync(1);
            try
            {
                fiber.Cancel();
            }
            catch (AggregateException error)
            {
                Assert.IsType<FormatException>(error.Flatten().InnerException);
            }

            Assert.True(await fiber.JoinAsync(TimeSpan.FromMinutes(1)));
            Assert.Equal(FiberState.Killed, fiber.State);
        });
}
