using System.Globalization;

namespace CoGen.Tests;

/// <summary>Ambient state belongs to the fiber.</summary>
public class AmbientStateTests : Staged
{
    private static readonly AsyncLocal<string?> s_local = new();

    [Fact]
    public void Each_fiber_has_its_own_AsyncLocals_beginning_with_its_spawners() =>
        Run(async Coroutine () =>
        {
            s_local.Value = "spawner's";
            Fiber[] fibers = [.. "abc".Select(name => Co.Spawn(async Coroutine (char name) =>
            {
                Assert.Equal("spawner's", s_local.Value);
                s_local.Value = name.ToString();
                for (int i = 0; i < 3; i++)
                {
                    await Co.SleepAsync(1);
                    Assert.Equal(name.ToString(), s_local.Value);
                    await Co.YieldAsync();
                    Assert.Equal(name.ToString(), s_local.Value);
                }
            }, name))];
            foreach (Fiber fiber in fibers) await fiber;
            Assert.Equal("spawner's", s_local.Value);
        });

    [Fact]
    public void What_a_call_sets_its_caller_sees_as_with_the_blocking_original() =>
        Run(async Coroutine () =>
        {
            s_local.Value = "before";
            await Set(suspends: false);
            Assert.Equal("set False", s_local.Value);
            await Set(suspends: true);
            Assert.Equal("set True", s_local.Value);

            static async Coroutine Set(bool suspends)
            {
                if (suspends) await Co.YieldAsync();
                s_local.Value = $"set {suspends}";
            }
        });

    [Fact]
    public void Culture_is_kept_per_fiber() =>
        Run(async Coroutine () =>
        {
            Fiber[] fibers = [.. new[] { "de-DE", "fr-FR" }.Select(culture => Co.Spawn(async Coroutine (string culture) =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                await Co.YieldAsync();
                Assert.Equal(culture, CultureInfo.CurrentCulture.Name);
            }, culture))];
            foreach (Fiber fiber in fibers) await fiber;
        });

    [Fact]
    public void Plain_code_finds_its_own_state_after_a_wait()
    {
        s_local.Value = "plain";
        Co.Run(async Coroutine () =>
        {
            s_local.Value = "fiber's";
            await Co.YieldAsync();
        });
        Assert.Equal("plain", s_local.Value);
    }

    [Fact]
    public void Plain_code_keeps_its_synchronization_context_and_fibers_have_none()
    {
        SynchronizationContext context = new();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            Co.Run(async Coroutine () =>
            {
                Assert.Null(SynchronizationContext.Current);
                await Task.Yield();
                Assert.Null(SynchronizationContext.Current);
            });
            Assert.Same(context, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    [Fact]
    public void With_the_flow_suppressed_a_fiber_begins_with_nothing_set() =>
        Run(async Coroutine () =>
        {
            s_local.Value = "spawner's";
            Fiber fiber;
            using (ExecutionContext.SuppressFlow())
            {
                fiber = Co.Spawn(async Coroutine () =>
                {
                    Assert.Null(s_local.Value);
                    await Co.YieldAsync();
                    Assert.Null(s_local.Value);
                    s_local.Value = "own";
                    await Co.YieldAsync();
                    Assert.Equal("own", s_local.Value);
                });
            }

            await Co.SleepAsync(1);
            Assert.Equal("spawner's", s_local.Value);
            await fiber;
            Assert.Equal("spawner's", s_local.Value);
        });
}
