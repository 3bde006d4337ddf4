using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

/// <summary>What everything that can be waited for promises.</summary>
public class ContractTests
{
    private static readonly TimeSpan s_forever = Timeout.InfiniteTimeSpan;

    public static TheoryData<string> All => Names(static _ => true);

    public static TheoryData<string> WaitStyle => Names(static row => row is { IsGet: false, TakesTimeout: true });

    public static TheoryData<string> GetStyle => Names(static row => row is { IsGet: true, TakesTimeout: true });

    public static TheoryData<string> WithTimeout => Names(static row => row.TakesTimeout && row.CanBeFulfilled);

    public static TheoryData<string> WithToken => Names(static row => row.TakesToken);

    public static TheoryData<string> WithTokenAndFulfilment => Names(static row => row.TakesToken && row.CanBeFulfilled);

    public static TheoryData<string> WithFulfilment => Names(static row => row.CanBeFulfilled);

    public static TheoryData<string> Hosted => Names(static row => row.WorksHosted && row.CanBeFulfilled);

    public static TheoryData<string> HostedWithTimeout => Names(static row => row.WorksHosted && row.TakesTimeout);

    public static TheoryData<string> HostedWithToken => Names(static row => row.WorksHosted && row.TakesToken);

    [Theory, MemberData(nameof(WaitStyle))]
    public void S1_What_never_comes_is_false_when_the_time_is_over(string name) => Assert.Equal(Ms(10), Run(async () =>
    {
        Assert.False(await Row(name).Create().WaitAsync(Ms(10), default));
    }));

    [Theory, MemberData(nameof(GetStyle))]
    public void S2_What_is_to_be_got_and_never_comes_is_an_error_when_the_time_is_over(string name) => Assert.Equal(Ms(10), Run(async () =>
    {
        await Throws<TimeoutException>(Row(name).Create().WaitAsync(Ms(10), default));
    }));

    [Theory, MemberData(nameof(All))]
    public void S3_A_timeout_scope_around_it_throws_its_own_exception_or_the_one_it_was_given(string name) => Assert.Equal(Ms(20), Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        using (TimeoutScope scope = Co.TimeoutAfter(Ms(10)))
        {
            Assert.Same(scope, (await Throws<ScopeTimeoutException>(() => it.WaitAsync(s_forever, default))).Scope);
        }

        FormatException error = new();
        using (Co.TimeoutAfter(Ms(10), error))
        {
            Assert.Same(error, await Throws<FormatException>(() => it.WaitAsync(s_forever, default)));
        }
    }));

    [Theory, MemberData(nameof(All))]
    public void S4_A_timeout_scope_around_it_is_not_mistaken_for_its_own_timeout(string name) => Assert.Equal(Ms(1), Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        using TimeoutScope outer = Co.TimeoutAfter(Ms(1));
        Assert.Same(outer, (await Throws<ScopeTimeoutException>(() => it.WaitAsync(TimeSpan.FromSeconds(1), default))).Scope);
    }));

    [Theory, MemberData(nameof(WithFulfilment))]
    public void A_wait_that_a_timeout_scope_ended_leaves_no_trace(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        Fiber<bool> next = default;
        using (Co.TimeoutAfter(Ms(5)))
        {
            Co.SpawnAfter(Ms(1), () => { next = Co.Spawn(() => it.WaitAsync(s_forever, default)); return default(Coroutine); });
            await Throws<ScopeTimeoutException>(() => it.WaitAsync(s_forever, default));
        }

        Assert.False(next.IsFinished);
        it.Fulfil();
        Assert.True(await next);
    });

    [Theory, MemberData(nameof(WithTimeout))]
    public void What_comes_in_time_ends_the_wait_then(string name) => Assert.Equal(Ms(5), Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        Co.SpawnAfter(Ms(5), () => { it.Fulfil(); return default(Coroutine); });
        Assert.True(await it.WaitAsync(Ms(10), default));
    }));

    [Theory, MemberData(nameof(WithTimeout))]
    public void What_comes_in_the_pass_of_the_timeout_wins(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        Fiber<bool> waiter = Co.Spawn(() => it.WaitAsync(Ms(10), default));
        Co.SpawnAfter(Ms(10), () => { it.Fulfil(); return default(Coroutine); });
        Assert.True(await waiter);
    });

    [Theory, MemberData(nameof(WithTimeout))]
    public void No_time_at_all_lets_the_others_run_once(string name) => Run(async () =>
    {
        WaitableRow row = Row(name);
        IWaitableCase it = row.Create();
        bool ran = false;
        Co.Spawn(() => { ran = true; return default(Coroutine); });
        if (row.IsGet) await Throws<TimeoutException>(it.WaitAsync(TimeSpan.Zero, default));
        else Assert.False(await it.WaitAsync(TimeSpan.Zero, default));
        Assert.True(ran);
    });

    [Theory, MemberData(nameof(WithTimeout))]
    public void A_negative_time_is_refused(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        await Throws<ArgumentOutOfRangeException>(() => it.WaitAsync(Ms(-2), default));
    });

    [Theory, MemberData(nameof(WithFulfilment))]
    public void L8_Those_who_wait_are_woken_in_the_order_in_which_they_came(string name)
    {
        Log log = new();
        Run(async () =>
        {
            WaitableRow row = Row(name);
            IWaitableCase it = row.Create();
            List<Fiber> waiters = [];
            for (int i = 1; i <= 4; i++)
            {
                waiters.Add(Co.Spawn(
                    async i =>
                    {
                        Assert.True(await it.WaitAsync(s_forever, default));
                        log.Add(i);
                    },
                    i));
            }

            await Co.YieldAsync();
            for (int i = 0; i < (row.WakesAll ? 1 : 4); i++) it.Fulfil();
            log.Add("told");
            await Co.JoinAllAsync(waiters);
        });
        log.ShouldBe("told 1 2 3 4");
    }

    [Theory, MemberData(nameof(WithFulfilment))]
    public void A_kill_while_waiting_leaves_no_trace(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        Fiber killed = Co.Spawn(() => it.WaitAsync(s_forever, default));
        Fiber<bool> next = Co.Spawn(() => it.WaitAsync(s_forever, default));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.Equal(FiberState.Killed, killed.State);
        Assert.False(next.IsFinished);
        it.Fulfil();
        Assert.True(await next);
    });

    [Theory, MemberData(nameof(All))]
    public void A_kill_ends_the_wait(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        Fiber killed = Co.Spawn(() => it.WaitAsync(TimeSpan.FromDays(1), default));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.Equal(FiberState.Killed, killed.State);
    });

    [Theory, MemberData(nameof(WithFulfilment))]
    public void A_kill_after_it_has_come_comes_at_the_next_wait(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        bool came = false;
        Fiber killed = Co.Spawn(async () =>
        {
            came = await it.WaitAsync(s_forever, default);
            await Co.SleepAsync(1);
        });
        await Co.SleepAsync(1);
        it.Fulfil();
        if (Row(name).ComesLater) await Co.YieldAsync();
        await killed.KillAsync();
        Assert.True(came);
        Assert.Equal(FiberState.Killed, killed.State);
    });

    [Theory, MemberData(nameof(WithTimeout))]
    public void A_wait_that_timed_out_leaves_no_trace(string name) => Run(async () =>
    {
        WaitableRow row = Row(name);
        IWaitableCase it = row.Create();
        Fiber<bool> next = default;
        Fiber<bool> first = Co.Spawn(async () =>
        {
            try
            {
                return await it.WaitAsync(Ms(1), default);
            }
            catch (TimeoutException) when (row.IsGet)
            {
                return false;
            }
        });
        next = Co.Spawn(() => it.WaitAsync(s_forever, default));
        Assert.False(await first);
        Assert.False(next.IsFinished);
        it.Fulfil();
        Assert.True(await next);
    });

    [Theory, MemberData(nameof(WithToken))]
    public void A_token_ends_the_wait(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        using CancellationTokenSource source = new();
        Co.SpawnAfter(Ms(1), () => { source.Cancel(); return default(Coroutine); });
        Assert.Equal(source.Token, (await Throws<OperationCanceledException>(it.WaitAsync(s_forever, source.Token))).CancellationToken);
        await Throws<OperationCanceledException>(() => it.WaitAsync(s_forever, source.Token));
    });

    [Theory, MemberData(nameof(WithTokenAndFulfilment))]
    public void A_wait_that_was_cancelled_leaves_no_trace(string name) => Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        using CancellationTokenSource source = new();
        Fiber first = Co.Spawn(() => Throws<OperationCanceledException>(it.WaitAsync(s_forever, source.Token)));
        Fiber<bool> next = Co.Spawn(() => it.WaitAsync(s_forever, default));
        await Co.SleepAsync(1);
        source.Cancel();
        await first;
        Assert.False(next.IsFinished);
        it.Fulfil();
        Assert.True(await next);
    });

    [Theory, MemberData(nameof(WithFulfilment))]
    public void What_nobody_can_make_come_is_a_deadlock_in_a_self_contained_loop(string name) =>
        Assert.Throws<DeadlockException>(() => Run(async () => { await Row(name).Create().WaitAsync(s_forever, default); }));

    [Theory, MemberData(nameof(WithFulfilment))]
    public void T36_It_may_be_made_to_come_from_another_thread(string name) => Co.Run(async () =>
    {
        IWaitableCase it = Row(name).Create();
        Fiber<bool> timed = Co.Spawn(() => it.WaitAsync(TimeSpan.FromMinutes(1), default));
        Fiber<bool> untimed = Co.Spawn(() => it.WaitAsync(s_forever, default));
        await Co.YieldAsync();
        Thread thread = new(() =>
        {
            it.Fulfil();
            if (!Row(name).WakesAll) it.Fulfil();
        });
        thread.Start();
        Assert.True(await timed);
        Assert.True(await untimed);
        thread.Join();
    });

    [Theory, MemberData(nameof(Hosted))]
    public async Task It_may_be_waited_for_outside_fibers(string name)
    {
        WaitableRow row = Row(name);
        IWaitableCase it = row.Create();
        Task<bool> first = it.WaitAsync(s_forever, default).AsTask();
        Task<bool> second = it.WaitAsync(TimeSpan.FromMinutes(1), default).AsTask();
        it.Fulfil();
        if (!row.WakesAll) it.Fulfil();
        Assert.True(await first);
        Assert.True(await second);
    }

    [Theory, MemberData(nameof(HostedWithTimeout))]
    public async Task Outside_fibers_the_time_may_be_limited(string name)
    {
        WaitableRow row = Row(name);
        IWaitableCase it = row.Create();
        if (row.IsGet) await Assert.ThrowsAnyAsync<TimeoutException>(async () => await it.WaitAsync(Ms(1), default));
        else Assert.False(await it.WaitAsync(Ms(1), default));
    }

    [Theory, MemberData(nameof(HostedWithToken))]
    public async Task Outside_fibers_a_token_ends_the_wait(string name)
    {
        IWaitableCase it = Row(name).Create();
        using CancellationTokenSource source = new();
        Task<bool> wait = it.WaitAsync(s_forever, source.Token).AsTask();
        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private static WaitableRow Row(string name) => WaitableCases.All.Single(row => row.Name == name);

    private static TheoryData<string> Names(Func<WaitableRow, bool> which) => [.. WaitableCases.All.Where(which).Select(static row => row.Name)];

    private static Coroutine<TError> Throws<TError>(Coroutine<bool> wait)
        where TError : Exception => Throws<TError>(() => wait);

    private static async Coroutine<TError> Throws<TError>(Func<Coroutine<bool>> wait)
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
}
