using CoGen.CompilerServices;

namespace CoGen.Tests;

/// <summary>A fiber that is killed again while it still unwinds from the kill before has been killed, whichever error says so.</summary>
public class KilledAgainTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void While_an_error_of_cancelled_work_is_on_its_way_out(bool isFair)
    {
        Fiber fiber = default;
        Virtual.Run(async () =>
        {
            fiber = Co.Spawn(() => WorkAsync(isFair));
            await Co.SleepAsync(1);
            fiber.Cancel();
            await Co.SleepAsync(10);
            fiber.Cancel();
            await Co.SleepAsync(100);
        });

        Assert.True(fiber.IsFinished);
        Assert.Null(fiber.Exception);
    }

    private static async Coroutine WorkAsync(bool isFair)
    {
        try
        {
            Task never = Task.Delay(Timeout.Infinite, Co.Token);
            if (isFair) await Fair.Await(never);
            else await never;
        }
        finally
        {
            await SurviveAsync();
            using (Co.Shield()) await Co.SleepAsync(20);
        }
    }

    private static async Coroutine SurviveAsync()
    {
        try
        {
            await Co.SleepAsync(1);
        }
        catch (FiberKilledException)
        {
        }
    }
}
