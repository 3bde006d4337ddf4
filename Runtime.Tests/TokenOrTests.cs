using CoGen.CompilerServices;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class TokenOrTests : Staged
{
    private readonly Log _log = new();

    [Fact]
    public void In_plain_code_it_is_the_given_token()
    {
        using CancellationTokenSource source = new();
        Assert.Equal(source.Token, Co.TokenOr(source.Token));
        Assert.Equal(CancellationToken.None, Co.TokenOr(default));
    }

    [Fact]
    public void For_a_token_that_is_never_cancelled_it_is_the_own_token() =>
        Run(async Coroutine () =>
        {
            await Co.YieldAsync();
            Assert.Equal(Co.Token, Co.TokenOr(default));
            Assert.Equal(Co.Token, Co.TokenOr(Co.Token));
        });

    [Fact]
    public void It_is_one_and_the_same_until_another_is_given() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            using CancellationTokenSource other = new();
            CancellationToken first = Co.TokenOr(source.Token);
            await Co.YieldAsync();
            Assert.Equal(first, Co.TokenOr(source.Token));
            Assert.NotEqual(first, Co.TokenOr(other.Token));
            source.Cancel();
            Assert.False(first.IsCancellationRequested, "the token that was let go of");
        });

    [Fact]
    public void A_kill_ends_what_was_given_it() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            Fiber fiber = Co.Spawn(async Coroutine () => await TokenAwait.For(Task.Delay(Timeout.Infinite, Co.TokenOr(source.Token)), source.Token));
            await Co.YieldAsync();
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
        });

    [Fact]
    public void A_timeout_ends_what_was_given_it() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            Assert.False(await Co.TryWithTimeoutAsync(Ms(10), async Coroutine () =>
                await TokenAwait.For(Task.Delay(Timeout.Infinite, Co.TokenOr(source.Token)), source.Token)));
            Assert.False(Co.TokenOr(source.Token).IsCancellationRequested);
        });

    [Fact]
    public void After_a_kill_was_delivered_clean_up_gets_another_token() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                try
                {
                    await TokenAwait.For(Task.Delay(Timeout.Infinite, Co.TokenOr(source.Token)), source.Token);
                }
                finally
                {
                    _log.Add(Co.TokenOr(source.Token).IsCancellationRequested.ToString());
                }
            });
            await Co.YieldAsync();
            await fiber.KillAsync();
            _log.ShouldBe("False");
        });

    [Fact]
    public void Cancelled_by_the_callers_token_the_exception_speaks_of_that() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            Fiber<bool> fiber = Co.Spawn(async Coroutine<bool> () =>
            {
                try
                {
                    await TokenAwait.For(Task.Delay(Timeout.Infinite, Co.TokenOr(source.Token)), source.Token);
                    return false;
                }
                catch (TaskCanceledException error) when (error.CancellationToken == source.Token)
                {
                    return true;
                }
            });
            await Co.YieldAsync();
            source.Cancel();
            Assert.True(await fiber.GetResultAsync());
        });

    [Fact]
    public void A_value_comes_through() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            Assert.Equal(3, await TokenAwait.For(Task.FromResult(3), source.Token));
            Assert.Equal(4, await TokenAwait.For(new ValueTask<int>(4), source.Token));
            await TokenAwait.For(default(ValueTask), source.Token);
            await Assert.ThrowsAsync<FormatException>(async () => await TokenAwait.For(Task.FromException<int>(new FormatException()), source.Token));
        });

    [Fact]
    public void The_callers_token_is_let_go_of_when_the_fiber_ends() =>
        Run(async Coroutine () =>
        {
            using CancellationTokenSource source = new();
            Fiber<CancellationToken> fiber = Co.Spawn(async Coroutine<CancellationToken> () =>
            {
                await Co.YieldAsync();
                return Co.TokenOr(source.Token);
            });
            CancellationToken joined = await fiber.GetResultAsync();
            source.Cancel();
            Assert.False(joined.IsCancellationRequested);
        });
}
