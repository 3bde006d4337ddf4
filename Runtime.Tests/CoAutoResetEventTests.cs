using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoAutoResetEventTests : Staged
{
    [Fact]
    public void A_signal_is_kept_for_one_taker_and_signals_do_not_add_up()
    {
        CoAutoResetEvent signal = new();
        signal.Set();
        signal.Set();
        Assert.True(signal.IsSet);
        Assert.True(signal.TryWait());
        Assert.False(signal.TryWait());
        signal.Set();
        signal.Reset();
        Assert.False(signal.Wait(TimeSpan.Zero));
        Assert.True(new CoAutoResetEvent(initialState: true).TryWait());
    }

    [Fact]
    public void Two_signals_for_two_who_wait_are_never_one() => Virtual.Run(async () =>
    {
        CoAutoResetEvent signal = new();
        Fiber<bool> first = Co.Spawn(() => signal.WaitAsync(Ms(10)));
        Fiber<bool> second = Co.Spawn(() => signal.WaitAsync(Ms(10)));
        await Co.SleepAsync(1);
        signal.Set();
        signal.Set();
        Assert.False(signal.TryWait());
        Assert.True(await first);
        Assert.True(await second);
    });

    [Fact]
    public void T40_Threads_lose_no_signal()
    {
        const int Rounds = 5000;
        CoAutoResetEvent ping = new();
        CoAutoResetEvent pong = new();
        Thread player = new(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                ping.Wait();
                pong.Set();
            }
        });
        player.Start();
        Co.Run(async () =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                ping.Set();
                await pong.WaitAsync();
            }
        });
        player.Join();
        Assert.False(ping.IsSet);
        Assert.False(pong.IsSet);
    }
}
