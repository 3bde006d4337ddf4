namespace CoGen.Tests;

public class JoinTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void T24_The_same_fiber_may_be_joined_twice()
    {
        Virtual.Run(async () =>
        {
            Fiber a = After(1);
            Fiber b = After(2);
            Assert.Equal([a, a, b], await Co.JoinSomeAsync([a, b, a], 3, Timeout.InfiniteTimeSpan));
            await Co.JoinAllAsync(a, b, a);
        });
    }

    [Fact]
    public void T25_L13_The_failure_that_came_first_is_thrown_at_once()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            Fiber[] all = [Failing(3, "slow"), Failing(1, "fast"), After(5)];
            FormatException error = await Throws<FormatException>(() => Co.JoinSomeAsync(all, 3, Timeout.InfiniteTimeSpan, throwOnError: true));
            Assert.Equal("fast", error.Message);
            Assert.Same(all[1].Exception, error);
            await Co.JoinAllAsync(all);
        });
        Assert.Equal(5 * s_second, took);
    }

    [Fact]
    public void T26_One_that_has_failed_counts_and_the_endless_one_lives_on()
    {
        Virtual.Run(async () =>
        {
            Fiber failing = Failing(1, "counts");
            Fiber endless = Co.Spawn(() => Co.SleepAsync(Timeout.InfiniteTimeSpan));
            Assert.Equal([failing], await Co.JoinSomeAsync([endless, failing], 1, Timeout.InfiniteTimeSpan));
            Assert.False(endless.IsFinished);
        });
    }

    [Fact]
    public void GV08_Those_that_have_ended_in_time_are_returned()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            Fiber soon = After(1);
            Fiber late = After(10);
            Assert.Equal([soon], await Co.JoinSomeAsync([late, soon], 2, 3 * s_second));
            Assert.False(await Co.JoinAllAsync([late, soon], s_second));
            Assert.True(await Co.JoinAllAsync([late, soon], 20 * s_second));
        });
        Assert.Equal(10 * s_second, took);
    }

    [Fact]
    public void Results_are_collected_in_the_order_of_the_fibers_and_the_first_failure_ends_the_wait()
    {
        TimeSpan took = Virtual.Run(async () =>
        {
            int[] results = await Co.JoinAllAsync([Result(2), Result(1)]);
            Assert.Equal([2, 1], results);
            Fiber<int> failing = Co.Spawn(async Coroutine<int> () =>
            {
                await Co.SleepAsync(s_second);
                throw new FormatException();
            });
            await Throws<FormatException>(() => Co.JoinAllAsync([Result(10), failing]));
        });
        Assert.Equal(3 * s_second, took);
    }

    [Fact]
    public void A_fiber_can_be_waited_for_among_other_things()
    {
        Virtual.Run(async () =>
        {
            Fiber late = After(2);
            Assert.Equal(1, await Co.WaitAnyAsync(late, After(1), new CoSemaphore(0)));
            await Co.WaitAllAsync(late);
            Assert.True(late.IsFinished);
        });
    }

    [Fact]
    public void Plain_code_joins_some()
    {
        Fiber soon = Co.SpawnAfter(TimeSpan.FromMilliseconds(1), () => default(Coroutine));
        Fiber never = Co.Spawn(() => Co.SleepAsync(Timeout.InfiniteTimeSpan));
        Assert.Equal([soon], Co.JoinSome([never, soon], 1, Timeout.InfiniteTimeSpan));
        Assert.False(Co.JoinAll([never], TimeSpan.Zero));
        never.Kill();
    }

    private static Fiber After(int seconds) => Co.Spawn(seconds => Co.SleepAsync(seconds * s_second), seconds);

    private static Fiber<int> Result(int seconds) => Co.Spawn(
        async seconds =>
        {
            await Co.SleepAsync(seconds * s_second);
            return seconds;
        },
        seconds);

    private static Fiber Failing(int seconds, string message) => Co.Spawn(
        async (seconds, message) =>
        {
            await Co.SleepAsync(seconds * s_second);
            throw new FormatException(message);
        },
        seconds,
        message);

    private static async Coroutine<TError> Throws<TError>(Func<object> wait)
        where TError : Exception
    {
        try
        {
            switch (wait())
            {
                case Coroutine<IReadOnlyList<Fiber>> fibers: await fibers; break;
                case Coroutine<int[]> results: await results; break;
            }
        }
        catch (TError error)
        {
            return error;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }
}
