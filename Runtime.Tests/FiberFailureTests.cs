namespace CoGen.Tests;

public class FiberFailureTests : Staged
{
    private static async Coroutine Fail(string message)
    {
        await Co.YieldAsync();
        throw new FormatException(message);
    }

    /// <summary>Runs on a loop whose reports are collected.</summary>
    private static List<FiberFailedEventArgs> Reports(Func<Coroutine> entry)
    {
        List<FiberFailedEventArgs> reports = [];
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, report) => reports.Add(report);
        loop.Run(entry);
        return reports;
    }

    [Fact]
    public void An_error_is_reported_once_kept_and_harms_nobody_else()
    {
        Log log = new();
        List<FiberFailedEventArgs> reports = Reports(async Coroutine () =>
        {
            Fiber bad = Co.Spawn(Fail, "bad").Named("culprit");
            Fiber good = Co.Spawn(async Coroutine () =>
            {
                await Co.SleepAsync(5);
                log.Add("good");
            });
            await Co.JoinAllAsync(bad, good);
            Assert.Equal(FiberState.Failed, bad.State);
            Assert.Equal("bad", bad.Exception?.Message);
            Assert.Same(bad.Exception, await Assert.ThrowsAsync<FormatException>(() => bad.AsTask()));
            await bad.JoinAsync();
        });
        FiberFailedEventArgs report = Assert.Single(reports);
        Assert.Equal("culprit", report.Fiber.Name);
        Assert.Equal("bad", report.Error.Message);
        log.ShouldBe("good");
    }

    [Fact]
    public void A_fiber_that_fails_before_its_first_wait_is_reported_too() =>
        Assert.Single(Reports(async Coroutine () => await Co.Spawn(() => throw new FormatException()).JoinAsync()));

    [Fact]
    public void The_error_of_what_Run_runs_goes_to_its_caller_and_is_not_reported()
    {
        List<FiberFailedEventArgs> reports = Reports(async Coroutine () =>
            await Assert.ThrowsAsync<FormatException>(() => Co.RunAsync(() => Fail("x")).AsTask()));
        Assert.Empty(reports);
        Assert.Throws<FormatException>(() => Co.Run(() => Fail("x")));
    }

    [Fact]
    public void Without_a_handler_the_error_is_written_with_name_and_stack()
    {
        TextWriter before = Console.Error;
        StringWriter written = new();
        Console.SetError(written);
        try
        {
            Run(async Coroutine () => await Co.Spawn(Fail, "to stderr").Named("culprit").JoinAsync());
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains("Fiber 'culprit' failed: System.FormatException: to stderr", written.ToString());
        Assert.Contains("at CoGen.Tests.FiberFailureTests.Fail(String message)", written.ToString());
        Assert.Contains("FiberFailureTests.cs:line", written.ToString());
    }

    [Fact]
    public void A_handler_that_fails_is_contained()
    {
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => throw new InvalidOperationException("handler");
        TextWriter before = Console.Error;
        StringWriter written = new();
        Console.SetError(written);
        try
        {
            loop.Run(async Coroutine () =>
            {
                Fiber bad = Co.Spawn(Fail, "original");
                await bad.JoinAsync();
                Assert.Equal("original", bad.Exception?.Message);
            });
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains("original", written.ToString());
        Assert.Contains("handler", written.ToString());
    }

    [Fact]
    public void A_result_may_be_read_many_times_and_throws_the_same_error_each_time() =>
        Assert.Single(Reports(async Coroutine () =>
        {
            Fiber<int> bad = Co.Spawn(async Coroutine<int> () =>
            {
                await Co.YieldAsync();
                throw new FormatException("once");
            });
            await bad.JoinAsync();
            FormatException first = Assert.Throws<FormatException>(() => bad.Result);
            Assert.Same(first, Assert.Throws<FormatException>(() => bad.Result));
        }));
}
