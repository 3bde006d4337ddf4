namespace CoGen.Tests;

public class FiberLinkTests : Staged
{
    private readonly Log _log = new();
    private readonly List<FiberFailedEventArgs> _reports = [];

    private static void RunOnLoop(Func<Coroutine> entry)
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => { };
        loop.Run(entry);
    }

    private void RunReporting(Func<Coroutine> entry)
    {
        Scheduler scheduler = Create(Virtual.Clock());
        scheduler.FiberFailed += (_, report) =>
        {
            lock (_reports) _reports.Add(report);
        };
        scheduler.Run(entry);
    }

    private static async Coroutine Fail()
    {
        await Co.YieldAsync();
        throw new FormatException("failed");
    }

    [Fact]
    public void T10_links_tell_of_the_end_before_it_and_after_it() =>
        Virtual.Run(async Coroutine () =>
        {
            foreach (bool recycled in (bool[])[true, false])
            {
                Fiber fiber = Co.Spawn(async Coroutine () => await Co.YieldAsync());
                if (!recycled)
                {
                    fiber.OnEnd(async Coroutine (ended) =>
                    {
                        await Co.YieldAsync();
                        _log.Add(ended == fiber);
                    });
                    Assert.True(fiber.HasLinks);
                }

                await fiber.JoinAsync();
                for (int i = 0; i < 3; i++) fiber.OnEnd(ended => _log.Add($"late {ended.State}"));
                fiber.OnEndInline(_ => _log.Add("inline"));
                _log.Add("|");
                Assert.False(fiber.HasLinks);
                await Co.SleepAsync(1);
            }

            _log.ShouldBe("| late Succeeded late Succeeded late Succeeded inline | late Succeeded late Succeeded late Succeeded inline True");
        });

    [Fact]
    public void T10_success_and_failure_can_be_told_alone() =>
        RunOnLoop(async Coroutine () =>
        {
            Fiber<int> good = Co.Spawn(async Coroutine<int> () => 7);
            Fiber bad = Co.Spawn(Fail);
            Fiber killed = Co.Spawn(() => Co.SleepAsync(Timeout.Infinite));
            good.OnSuccess(async Coroutine (fiber) => _log.Add(await fiber));
            good.OnFailure(_ => _log.Add("not called"));
            good.OnEnd(async Coroutine (fiber) => _log.Add(await fiber));
            bad.OnSuccess(_ => _log.Add("not called"));
            bad.OnFailure(fiber => _log.Add(fiber.Exception!.Message));
            killed.OnSuccess(_ => _log.Add("not called"));
            killed.OnFailure(_ => _log.Add("not called"));
            killed.OnEnd(fiber => _log.Add(fiber.State));
            await Co.YieldAsync();
            killed.Cancel();
            await Co.SleepAsync(1);
            _log.ShouldBe("7 7 failed Killed");
        });

    [Fact]
    public void T11_a_link_that_is_taken_back_is_never_called() =>
        Run(async Coroutine () =>
        {
            CoEvent goOn = new();
            Fiber fiber = Co.Spawn(() => goOn.WaitAsync());
            FiberLink[] links =
            [
                fiber.OnEnd(Called),
                fiber.OnEnd(async Coroutine (_) => _log.Add("not called")),
                fiber.OnSuccess(Called),
                fiber.OnFailure(Called),
                fiber.OnEndInline(Called),
            ];
            Assert.True(fiber.HasLinks);
            foreach (FiberLink link in links) link.Dispose();
            Assert.False(fiber.HasLinks);
            links[0].Dispose();

            fiber.OnEnd(Called);
            fiber.OnEndInline(Called);
            fiber.Unlink();
            Assert.False(fiber.HasLinks);

            FiberLink fromElsewhere = fiber.OnEnd(Called);
            await Task.Run(fromElsewhere.Dispose);
            goOn.Set();
            await fiber.JoinAsync();
            await Co.SleepAsync(1);
            _log.ShouldBe("");

            void Called(Fiber _) => _log.Add("not called");
        });

    [Fact]
    public void T12_L12_links_that_fail_are_reported_and_stop_no_other()
    {
        RunReporting(async Coroutine () =>
        {
            Fiber fiber = Co.Create(async Coroutine () => { }).Named("linked");
            for (int i = 0; i < 3; i++)
            {
                fiber.OnEnd(_ =>
                {
                    _log.Add("link");
                    throw new FormatException();
                });
                fiber.OnEndInline(_ =>
                {
                    _log.Add("inline");
                    throw new FormatException();
                });
            }

            fiber.Start();
            await Co.SleepAsync(1);
            Assert.Equal(FiberState.Succeeded, fiber.State);
        });
        _log.ShouldBe("link inline link inline link inline");
        Assert.Equal(6, _reports.Count);
        Assert.All(_reports, report => Assert.IsType<FormatException>(report.Fiber.Name == "linked" ? report.Error.InnerException : report.Error));
        Assert.Equal(3, _reports.Count(report => report.Fiber.Name == "link of linked"));
        Assert.Equal(3, _reports.Count(report => report.Fiber.Name == "linked"));

        // On a pool a link that is a fiber of its own fails beside the others.
        if (IsOnLoop) Assert.Equal("link of linked", _reports[0].Fiber.Name);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void T13_of_two_links_that_take_each_other_back_one_runs(bool inline)
    {
        RunReporting(async Coroutine () =>
        {
            FiberLink? a = null;
            FiberLink? b = null;
            Fiber fiber = Co.Create(async Coroutine () => { });
            a = Link("a", () => b!.Dispose());
            b = Link("b", () => a!.Dispose());
            fiber.Start();
            await Co.SleepAsync(1);

            FiberLink Link(string name, Action unlink)
            {
                return inline ? fiber.OnEndInline(Callback) : fiber.OnEnd(Callback);

                void Callback(Fiber _)
                {
                    _log.Add(name);
                    unlink();
                    throw new FormatException();
                }
            }
        });
        _log.ShouldBe("a");
        Assert.Single(_reports);
    }

    [Theory, InlineData(2), InlineData(1000)]
    public void T14_links_are_called_in_the_order_of_their_registration(int count) =>
        Run(async Coroutine () =>
        {
            List<int> called = [];
            Fiber fiber = Co.Create(async Coroutine () => await Co.YieldAsync());
            for (int i = 0; i < count; i++)
            {
                int number = i;
                if (i % 3 == 0) fiber.OnEndInline(_ => called.Add(number));
                else fiber.OnEnd(_ => called.Add(number));
            }

            fiber.Start();
            await Co.SleepAsync(1);
            Assert.Equal(Enumerable.Range(0, count), called);
        });

    [Fact]
    public void L11_links_run_in_fibers_of_their_own_and_inline_ones_must_not_wait()
    {
        RunReporting(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => { });
            fiber.OnEnd(ended =>
            {
                Assert.NotNull(Co.Current);
                Assert.NotEqual(ended, Co.Current);
            });
            fiber.OnEndInline(_ =>
            {
                Co.Sleep(1);
            });
            await Co.SleepAsync(1);
        });
        Assert.IsType<BlockingCallException>(Assert.Single(_reports).Error.InnerException);
    }

    [Fact]
    public void A_link_sees_the_ambient_state_of_who_asked_for_it() =>
        Run(async Coroutine () =>
        {
            AsyncLocal<string> local = new();
            Fiber fiber = Co.Spawn(async Coroutine () => local.Value = "fiber's");
            local.Value = "mine";
            fiber.OnEnd(_ => _log.Add(local.Value));
            await Co.SleepAsync(1);
            _log.ShouldBe("mine");
        });

    [Fact]
    public void Links_may_be_asked_for_on_other_threads() =>
        RunOnLoop(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(5));
            int thread = Environment.CurrentManagedThreadId;
            await Task.Run(() => fiber.OnEnd(_ => _log.Add(Environment.CurrentManagedThreadId == thread)));
            await fiber.JoinAsync();
            await Task.Run(() => fiber.OnEnd(_ => _log.Add("late")));
            await Co.SleepAsync(1);
            _log.ShouldBe("True late");
        });
}
