namespace CoGen.Tests;

public class FiberLocalTests : Staged
{
    [Fact]
    public void T73_each_fiber_has_its_own_value() =>
        Run(async Coroutine () =>
        {
            FiberLocal<string> local = new();
            local.Value = "spawner's";
            Fiber[] fibers = [.. "ab".Select(name => Co.Spawn(async Coroutine (char name) =>
            {
                Assert.False(local.HasValue);
                Assert.Null(local.Value);
                local.Value = name.ToString();
                await Co.YieldAsync();
                Assert.Equal(name.ToString(), local.Value);
                Assert.True(local.Remove());
                Assert.False(local.Remove());
                Assert.Null(local.Value);
            }, name))];
            foreach (Fiber fiber in fibers) await fiber;
            Assert.Equal("spawner's", local.Value);
        });

    [Fact]
    public void T73_a_factory_is_called_once_in_each_fiber() =>
        Run(async Coroutine () =>
        {
            List<Fiber?> made = [];
            FiberLocal<object> local = new(() =>
            {
                made.Add(Co.Current);
                return new object();
            });
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                object mine = local.Value;
                await Co.YieldAsync();
                Assert.Same(mine, local.Value);
            });
            await fiber;
            Assert.Equal([fiber], made);
        });

    [Fact]
    public void T73_values_go_with_their_fiber() =>
        Run(async Coroutine () =>
        {
            FiberLocal<object> local = new();
            WeakReference? value = null;
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                value = Set();
                await Co.YieldAsync();
            });
            await fiber.JoinAsync();
            await Co.SleepAsync(1);
            GC.Collect();
            Assert.False(value!.IsAlive);
            Assert.Equal(FiberState.Succeeded, fiber.State);
            GC.KeepAlive(local);

            WeakReference Set()
            {
                local.Value = new object();
                return new WeakReference(local.Value);
            }
        });

    [Fact]
    public void T73_a_thousand_locals_that_are_dropped_in_a_running_fiber_are_freed() =>
        Run(async Coroutine () =>
        {
            List<WeakReference> values = [.. Enumerable.Range(0, 1000).Select(_ => Use())];

            // What a local holds is handed back by finalizers, in two steps.
            for (int i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.InRange(values.Count(value => value.IsAlive), 0, 1);

            static WeakReference Use()
            {
                FiberLocal<object> local = new() { Value = new object() };
                return new WeakReference(local.Value);
            }
        });

    [Fact]
    public void Plain_code_has_a_value_for_each_thread()
    {
        FiberLocal<int> local = new() { Value = 1 };
        Thread thread = new(() =>
        {
            Assert.Equal(0, local.Value);
            local.Value = 2;
        });
        thread.Start();
        thread.Join();
        Co.Run(async Coroutine () =>
        {
            Assert.Equal(0, local.Value);
            local.Value = 3;
        });
        Assert.Equal(1, local.Value);
    }
}
