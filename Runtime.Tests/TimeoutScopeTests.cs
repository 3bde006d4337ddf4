using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class TimeoutScopeTests : Staged
{
    private readonly Log _log = new();

    private static Coroutine Never() => Co.SleepAsync(Timeout.Infinite);

    [Fact]
    public void A_scope_that_expires_throws_its_own_exception_at_the_wait() =>
        Assert.Equal(Ms(10), Run(async Coroutine () =>
        {
            using TimeoutScope scope = Co.TimeoutAfter(Ms(10));
            ScopeTimeoutException error = await Throws<ScopeTimeoutException>(Never);
            Assert.Same(scope, error.Scope);
            Assert.True(scope.HasExpired);
            Assert.False(scope.IsPending);
        }));

    [Fact]
    public void What_is_done_in_time_is_left_alone() =>
        Assert.Equal(Ms(100), Run(async Coroutine () =>
        {
            using (TimeoutScope scope = Co.TimeoutAfter(Ms(10)))
            {
                await Co.SleepAsync(9);
                Assert.True(scope.IsPending);
            }

            await Co.SleepAsync(91);
        }));

    [Fact]
    public void L7_what_is_awaited_wins_over_its_timeout_in_the_same_pass() =>
        Run(async Coroutine () =>
        {
            using (Co.TimeoutAfter(Ms(10))) await Co.SleepAsync(10);

            Fiber fiber = Co.Spawn(() => Co.SleepAsync(10));
            using (Co.TimeoutAfter(Ms(10))) await fiber.JoinAsync();
        });

    [Fact]
    public void T57_a_scope_may_be_started_again_after_expiry_and_after_cancellation() =>
        Run(async Coroutine () =>
        {
            TimeoutScope scope = new(Ms(10));
            Assert.False(scope.IsPending);
            for (int i = 0; i < 2; i++)
            {
                scope.Start();
                Assert.True(scope.IsPending);
                Assert.Throws<InvalidOperationException>(scope.Start);
                await Throws<ScopeTimeoutException>(Never);
                Assert.False(scope.IsPending);
            }

            scope.Start();
            scope.Cancel();
            Assert.False(scope.IsPending);
            await Co.SleepAsync(20);
            Assert.False(scope.HasExpired);

            scope.Start();
            scope.Close();
            await Co.SleepAsync(20);
            Assert.Throws<ObjectDisposedException>(scope.Start);
        });

    [Fact]
    public void T58_a_scope_throws_itself_a_text_an_exception_or_what_makes_one() =>
        Run(async Coroutine () =>
        {
            using (Co.TimeoutAfter(Ms(1))) Assert.Equal("Not done within 00:00:00.0010000.", (await Throws<ScopeTimeoutException>(Never)).Message);
            using (Co.TimeoutAfter(Ms(1), "the disk")) Assert.EndsWith("the disk", (await Throws<ScopeTimeoutException>(Never)).Message);

            FormatException own = new();
            using (Co.TimeoutAfter(Ms(1), own)) Assert.Same(own, await Throws<FormatException>(Never));
            using (Co.TimeoutAfter(Ms(1), () => new FormatException("made"))) Assert.Equal("made", (await Throws<FormatException>(Never)).Message);
            using (Co.TimeoutAfter(Ms(1), () => throw new ArithmeticException())) await Throws<ArithmeticException>(Never);
            using (Co.TimeoutAfter(Ms(1), () => null!)) await Throws<InvalidOperationException>(Never);
            using (Co.TimeoutAfter(Timeout.InfiniteTimeSpan)) await Co.SleepAsync(TimeSpan.FromDays(1));
        });

    [Fact]
    public void T59_nested_scopes_know_their_own_expiry_only() =>
        Run(async Coroutine () =>
        {
            // The short outer one is silent: control goes on after the outer block.
            Assert.False(await Co.TryWithTimeoutAsync(Ms(5), async Coroutine () =>
            {
                await Co.TryWithTimeoutAsync(Ms(50), Never);
                _log.Add("not reached");
            }));

            using (TimeoutScope outer = Co.TimeoutAfter(Ms(5)))
            using (TimeoutScope inner = Co.TimeoutAfter(Ms(50)))
            {
                Assert.Same(outer, (await Throws<ScopeTimeoutException>(Never)).Scope);
                Assert.True(inner.IsPending);
            }

            using (TimeoutScope outer = Co.TimeoutAfter(Ms(50)))
            {
                using (TimeoutScope inner = Co.TimeoutAfter(Ms(5)))
                {
                    Assert.Same(inner, (await Throws<ScopeTimeoutException>(Never)).Scope);
                }

                Assert.True(outer.IsPending);
                Assert.Same(outer, (await Throws<ScopeTimeoutException>(Never)).Scope);
            }

            _log.ShouldBe("");
        });

    [Fact]
    public void T60_WithTimeout_throws_or_returns_a_value_for_its_own_expiry_only() =>
        Run(async Coroutine () =>
        {
            Assert.Equal(5, await Co.WithTimeoutAsync(Ms(10), async Coroutine<int> (int x) =>
            {
                await Co.SleepAsync(9);
                return x;
            }, 5));
            await Throws<ScopeTimeoutException>(() => Co.WithTimeoutAsync(Ms(10), Never));
            Assert.Equal(-1, await Co.WithTimeoutAsync(Ms(10), NeverInt, -1));
            Assert.Equal(-1, await Co.WithTimeoutAsync(Ms(10), async Coroutine<int> (string _) => await NeverInt(), "x", -1));
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), Never));
            Assert.True(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine (int ms) => await Co.SleepAsync(ms), 5));
            await Throws<ScopeTimeoutException>(() => Co.WithTimeoutAsync(Ms(10), async Coroutine () => await Co.WithTimeoutAsync(Ms(20), NeverInt, -1)));
            await Throws<FormatException>(() => Co.TryWithTimeoutAsync(Ms(10), async Coroutine () => throw new FormatException()));

            static async Coroutine<int> NeverInt()
            {
                await Never();
                return 0;
            }
        });

    [Fact]
    public void T61_a_scope_counts_from_its_start_however_long_the_code_has_computed_before()
    {
        VirtualClock clock = Virtual.Clock();
        LoopScheduler loop = new(clock);
        loop.Run(async Coroutine () =>
        {
            clock.Advance(Ms(100));
            using (Co.TimeoutAfter(Ms(10))) await Co.SleepAsync(9);
            Assert.Equal(Ms(109), clock.Elapsed);
        });
    }

    [Fact]
    public void T62_an_exception_is_not_kept_after_the_block() =>
        Run(async Coroutine () =>
        {
            (TimeoutScope scope, WeakReference kept) = await Expire();
            GC.Collect();
            Assert.False(kept.IsAlive);
            GC.KeepAlive(scope);

            static async Coroutine<(TimeoutScope, WeakReference)> Expire()
            {
                FormatException error = new();
                TimeoutScope scope = Co.TimeoutAfter(Ms(1), error);
                try
                {
                    await Never();
                }
                catch (FormatException)
                {
                }

                scope.Dispose();
                return (scope, new WeakReference(error));
            }
        });

    [Fact]
    public void T35_a_timeout_of_zero_with_an_error_of_its_own_gives_that_very_instance() =>
        Run(async Coroutine () =>
        {
            FormatException own = new();
            Fiber<int> slow = Co.Spawn(async Coroutine<int> () =>
            {
                await Co.SleepAsync(10);
                return 1;
            });
            using (Co.TimeoutAfter(TimeSpan.Zero, own)) Assert.Same(own, await Throws<FormatException>(async Coroutine () => await slow.GetResultAsync()));
        });

    [Fact]
    public void A_timeout_of_zero_lets_code_without_a_wait_run_to_its_end_and_ends_the_first_wait()
    {
        Run(async Coroutine () =>
        {
            using (Co.TimeoutAfter(TimeSpan.Zero)) _log.Add("body");
            using (Co.TimeoutAfter(TimeSpan.Zero)) await Throws<ScopeTimeoutException>(Never);
        });
        _log.ShouldBe("body");
    }

    [Fact]
    public void Negative_durations_are_refused_and_fractions_count_as_the_library_counts_them()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeoutScope(TimeSpan.FromMilliseconds(-2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeoutScope(TimeSpan.MaxValue));
        Assert.Equal(Timeout.InfiniteTimeSpan, new TimeoutScope(TimeSpan.FromMilliseconds(-1.5)).Duration);
        Assert.Equal(TimeSpan.Zero, new TimeoutScope(TimeSpan.FromMilliseconds(-0.5)).Duration);

        // The same from the library itself.
        Assert.False(Task.Delay(TimeSpan.FromMilliseconds(-1.5)).IsCompleted);
        Assert.True(Task.Delay(TimeSpan.FromMilliseconds(-0.5)).IsCompleted);
    }

    [Fact]
    public void T16_endless_yielding_is_interrupted()
    {
        VirtualClock clock = Virtual.Clock();
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
            {
                while (true)
                {
                    await Co.YieldAsync();
                    clock.Advance(TimeSpan.FromMicroseconds(100));
                }
            }));
        });
        Assert.InRange(clock.Elapsed, Ms(10), Ms(30));
    }

    [Fact]
    public void What_has_expired_while_the_code_computed_is_thrown_at_its_next_wait_and_never_after_the_block()
    {
        VirtualClock clock = Virtual.Clock();
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            using (Co.TimeoutAfter(Ms(10)))
            {
                clock.Advance(Ms(20));
                await Throws<ScopeTimeoutException>(Never);
            }

            using (Co.TimeoutAfter(Ms(10)))
            {
                clock.Advance(Ms(20));
            }

            await Co.SleepAsync(50);
        });
    }

    [Fact]
    public void After_the_timeout_clean_up_may_wait_also_for_IO() =>
        Run(async Coroutine () =>
        {
            using TimeoutScope scope = Co.TimeoutAfter(Ms(10));
            CancellationToken before = Co.Token;
            await Throws<ScopeTimeoutException>(async Coroutine () =>
            {
                try
                {
                    await Never();
                }
                finally
                {
                    Assert.True(before.IsCancellationRequested);
                    Assert.False(Co.Token.IsCancellationRequested);
                    await Co.SleepAsync(100);
                    _log.Add("cleaned");
                }
            });
            _log.ShouldBe("cleaned");
        });

    [Fact]
    public void A_kill_and_a_timeout_that_come_together_are_a_kill() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber victim = default;
            victim = Co.Spawn(async Coroutine () =>
            {
                using TimeoutScope scope = Co.TimeoutAfter(TimeSpan.Zero);
                while (!scope.HasExpired) await Task.Yield();
                victim.Cancel();
                await Never();
            });
            await victim.JoinAsync();
            Assert.Equal(FiberState.Killed, victim.State);
            await Co.SleepAsync(10);
        });

    [Fact]
    public void Of_two_timeouts_that_come_together_the_outer_one_is_thrown() =>
        Virtual.Run(async Coroutine () =>
        {
            using TimeoutScope outer = Co.TimeoutAfter(TimeSpan.Zero);
            using TimeoutScope inner = Co.TimeoutAfter(TimeSpan.Zero);
            while (!inner.HasExpired) await Task.Yield();
            Assert.Same(outer, (await Throws<ScopeTimeoutException>(Never)).Scope);
        });

    [Fact]
    public void IO_that_the_timeout_has_cancelled_surfaces_as_the_timeout() =>
        Run(async Coroutine () =>
        {
            TimeoutScope? scope = null;
            ScopeTimeoutException error = await Throws<ScopeTimeoutException>(async Coroutine () =>
            {
                using (scope = Co.TimeoutAfter(Ms(10))) await Task.Delay(Timeout.Infinite, Co.Token);
            });
            Assert.Same(scope, error.Scope);

            await Throws<ScopeTimeoutException>(() => Co.WithTimeoutAsync(Ms(10), Io));
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), Io));
            Assert.Equal(-1, await Co.WithTimeoutAsync(Ms(10), async Coroutine<int> () =>
            {
                await Io();
                return 0;
            }, -1));
            await Throws<ScopeTimeoutException>(() => Co.WithTimeoutAsync(Ms(10), async Coroutine () => await Co.TryWithTimeoutAsync(Ms(50), Io)));

            // Nothing is left over that a later wait would throw.
            await Co.SleepAsync(100);

            static async Coroutine Io() => await Task.Delay(Timeout.Infinite, Co.Token);
        });

    [Fact]
    public void Clean_up_after_cancelled_IO_may_wait_in_the_very_method() =>
        Run(async Coroutine () =>
        {
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, Co.Token);
                }
                finally
                {
                    Assert.False(Co.Token.IsCancellationRequested);
                    await Co.SleepAsync(10);
                    _log.Add("cleaned");
                }
            }));
            _log.ShouldBe("cleaned");
        });

    [Fact]
    public void A_token_that_is_asked_for_or_used_too_late_for_its_wait_still_means_the_timeout()
    {
        VirtualClock clock = Virtual.Clock();
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
            {
                CancellationToken token = Co.Token;
                while (!token.IsCancellationRequested) await Yield();
                Co.Token.ThrowIfCancellationRequested();
            }));
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
            {
                for (int i = 0; i < 20; i++) await Yield();
                await Task.Delay(Timeout.Infinite, Co.Token);
            }));
            await Co.SleepAsync(1);

            async Coroutine Yield()
            {
                clock.Advance(Ms(1));
                await Task.Yield();
            }
        });
    }

    [Fact]
    public void Who_has_coped_with_cancelled_IO_cancels_the_scope_and_goes_on() =>
        Run(async Coroutine () =>
        {
            using (TimeoutScope scope = Co.TimeoutAfter(Ms(10)))
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, Co.Token);
                }
                catch (OperationCanceledException) when (scope.HasExpired)
                {
                    scope.Cancel();
                }
            }

            _log.Add("on");
            _log.ShouldBe("on");
        });

    [Fact]
    public void Callees_see_the_time_that_is_left()
    {
        VirtualClock clock = Virtual.Clock();
        Assert.Equal(Timeout.InfiniteTimeSpan, Co.TimeLeft);
        new LoopScheduler(clock).Run(async Coroutine () =>
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, Co.TimeLeft);
            using (Co.TimeoutAfter(Ms(100)))
            {
                await Co.SleepAsync(40);
                Assert.Equal(Ms(60), Co.TimeLeft);
                using (Co.TimeoutAfter(Ms(10))) Assert.Equal(Ms(10), Co.TimeLeft);
                using (Co.TimeoutAfter(Ms(1000))) Assert.Equal(Ms(60), Co.TimeLeft);
                using (Co.TimeoutAfter(Timeout.InfiniteTimeSpan)) Assert.Equal(Ms(60), Co.TimeLeft);
                clock.Advance(Ms(70));
                Assert.Equal(TimeSpan.Zero, Co.TimeLeft);
            }

            Assert.Equal(Timeout.InfiniteTimeSpan, Co.TimeLeft);
        });
    }

    [Fact]
    public void Plain_code_is_interrupted_where_it_waits()
    {
        using (Co.TimeoutAfter(Ms(1))) Assert.Throws<ScopeTimeoutException>(() => Co.Sleep(Timeout.Infinite));
        Fiber never = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite));
        using (Co.TimeoutAfter(Ms(1))) Assert.Throws<ScopeTimeoutException>(() => never.Join());
        Assert.Throws<ScopeTimeoutException>(() => Co.WithTimeout(Ms(1), Never));
        Assert.Equal(-1, Co.WithTimeout(Ms(1), async Coroutine<int> () =>
        {
            await Task.Delay(Timeout.Infinite, Co.Token);
            return 0;
        }, -1));
        Assert.False(Co.TryWithTimeout(Ms(1), Never));
        Assert.Equal(3, Co.WithTimeout(Ms(1000), () => 3));
        Assert.Equal(CancellationToken.None, Co.Token);
        never.Kill();
    }

    [Fact]
    public async Task Async_code_outside_any_fiber_cannot_be_interrupted_and_says_so() =>
        await Task.Run(() => Assert.ThrowsAsync<InvalidOperationException>(async () => await Co.WithTimeoutAsync(Ms(1), Never)));

    [Fact]
    public void Scopes_may_be_closed_in_any_order() =>
        Run(async Coroutine () =>
        {
            TimeoutScope a = Co.TimeoutAfter(Ms(30));
            TimeoutScope b = Co.TimeoutAfter(Ms(20));
            TimeoutScope c = Co.TimeoutAfter(Ms(10));
            b.Close();
            Assert.Same(c, (await Throws<ScopeTimeoutException>(Never)).Scope);
            Assert.Same(a, (await Throws<ScopeTimeoutException>(Never)).Scope);
            c.Close();
            a.Close();
        });

    [Fact]
    public void A_fiber_that_ends_with_scopes_open_closes_them() =>
        Run(async Coroutine () =>
        {
            TimeoutScope? left = null;
            await Co.Spawn(async Coroutine () =>
            {
                left = Co.TimeoutAfter(Ms(10));
                Co.Shield();
            });
            Assert.False(left!.IsPending);
            await Co.SleepAsync(20);
            Assert.False(left.HasExpired);
        });

    [Fact]
    public void A_scope_may_be_cancelled_from_another_thread() =>
        Run(async Coroutine () =>
        {
            using TimeoutScope scope = Co.TimeoutAfter(TimeSpan.FromDays(1));
            await Task.Run(scope.Cancel);
            await Co.YieldAsync();
            Assert.False(scope.IsPending);
            await Co.SleepAsync(TimeSpan.FromDays(2));
        });

    [Fact]
    public void A_callback_of_the_token_that_throws_does_not_keep_the_timeout_back() =>
        Run(async Coroutine () =>
        {
            using TimeoutScope scope = Co.TimeoutAfter(Ms(10));
            Co.Token.Register(() => throw new FormatException("expected by this test"));
            await Throws<ScopeTimeoutException>(Never);
        });

    [Fact]
    public void A_timeout_around_a_wait_for_idleness_is_nothing_that_others_have_to_do() =>
        Assert.Equal(Ms(10), Virtual.Run(async Coroutine () =>
        {
            Co.Spawn(() => Co.SleepAsync(10));
            using (Co.TimeoutAfter(Ms(50))) Assert.True(await Co.WhenIdleAsync(Ms(100)));
        }));

    [Fact]
    public void S4_an_outer_timeout_is_not_mistaken_for_that_of_the_wait() =>
        Run(async Coroutine () =>
        {
            Fiber never = Co.Spawn(Never);
            TaskCompletionSource task = new();
            foreach (Func<Coroutine> wait in (Func<Coroutine>[])
                [
                    () => Co.SleepAsync(1000),
                    async Coroutine () => await never.JoinAsync(Ms(1000)),
                    async Coroutine () => await CoTask.WaitAsync(task.Task, Ms(1000)),
                    async Coroutine () => await Co.TryWithTimeoutAsync(Ms(1000), Never),
                ])
            {
                using TimeoutScope outer = Co.TimeoutAfter(Ms(1));
                Assert.Same(outer, (await Throws<ScopeTimeoutException>(wait)).Scope);
            }

            never.Cancel();
        });

    [Fact]
    public void Ten_thousand_scopes_allocate_one_object_each()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.Run(Work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(Work);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 10_000, 0, 136);

        static async Coroutine Work()
        {
            for (int i = 0; i < 10_000; i++)
            {
                using TimeoutScope scope = Co.TimeoutAfter(Ms(10));
                await Co.YieldAsync();
            }
        }
    }

    /// <summary>What <paramref name="wait"/> throws, which is awaited in the same fiber.</summary>
    private static async Coroutine<TError> Throws<TError>(Func<Coroutine> wait)
        where TError : Exception
    {
        try
        {
            await wait();
        }
        catch (TError error)
        {
            return error;
        }

        throw new InvalidOperationException($"No {typeof(TError).Name} was thrown.");
    }

    private static Coroutine<TError> Throws<TError>(Func<Coroutine<bool>> wait)
        where TError : Exception => Throws<TError>(async Coroutine () => await wait());
}
