using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoDagTests : Staged
{
    private static async Coroutine<int> SumAsync(DagInputs<string, int> inputs)
    {
        int sum = 1;
        await foreach ((_, int value) in inputs) sum += value;
        return sum;
    }

    private static Func<DagInputs<string, int>, Coroutine<int>> After(int milliseconds, int value) => async _ =>
    {
        await Co.SleepAsync(milliseconds);
        return value;
    };

    private static Func<DagInputs<string, int>, Coroutine<int>> Fails(Exception error) => async _ =>
    {
        await Co.SleepAsync(1);
        throw error;
    };

    /// <summary>For programs in which tasks fail on purpose.</summary>
    private void RunFailing(Func<Coroutine> entry)
    {
        Scheduler scheduler = Create(Virtual.Clock());
        scheduler.FiberFailed += (_, _) => { };
        scheduler.Run(entry);
    }

    [Fact]
    public void Tasks_are_given_the_values_they_need_in_whatever_order_they_are_spawned()
    {
        Run(async () =>
        {
            CoDag<string, int> dag = new([new("a", 1)]);
            dag.Spawn("d", ["b", "c"], SumAsync);
            dag.Spawn("c", ["a", "b"], SumAsync);
            dag.Spawn("b", ["a"], SumAsync);
            Assert.Equal(7, await dag.GetAsync("d"));
            Assert.True(dag.TryGet("c", out int c));
            Assert.Equal(4, c);
            Dictionary<string, int> all = await dag.WaitAsync();
            Assert.Equal(["a", "b", "c", "d"], all.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(4, dag.Count);
        });
    }

    [Fact]
    public void Values_come_as_soon_as_they_are_there()
    {
        Log log = new();
        Run(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("all", ["slow", "fast", "there"], async inputs =>
            {
                Assert.Equal("all", inputs.Key);
                Assert.Equal(3, inputs.Dependencies.Count);
                await foreach ((string key, _) in inputs) log.Add(key);
                return await inputs.GetAsync("slow") + (await inputs.GetAllAsync())["fast"];
            });
            dag.Post("there", 0);
            dag.Spawn("slow", [], After(20, 2));
            dag.Spawn("fast", [], After(10, 1));
            Assert.Equal(3, await dag.GetAsync("all"));
        });
        log.ShouldBe("there fast slow");
    }

    [Fact]
    public void Many_tasks_may_have_one_entry()
    {
        Run(async () =>
        {
            CoDag<int, int> dag = new();
            dag.SpawnMany(Enumerable.Range(2, 8).Select(n => KeyValuePair.Create(n, (IEnumerable<int>)[n - 1, n - 2])), async inputs => (await inputs.GetAllAsync()).Values.Sum());
            Assert.Equal([0, 1], dag.MissingKeys.Order());
            dag.Post(0, 0);
            dag.Post(1, 1);
            Assert.Equal(34, await dag.GetAsync(9));
        });
    }

    [Fact]
    public void A_failure_goes_to_those_who_need_the_value_and_names_the_way_it_came()
    {
        List<Exception> reported = [];
        Scheduler scheduler = Create(Virtual.Clock());
        scheduler.FiberFailed += (_, failed) => reported.Add(failed.Error);
        FormatException root = new("at the root");
        scheduler.Run(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("a", [], Fails(root));
            dag.Spawn("b", ["a"], SumAsync);
            dag.Spawn("c", ["b"], SumAsync);
            DagException error = await Throws<DagException>(async () => await dag.GetAsync("c"));
            Assert.Equal("The task of 'c' failed: The task of 'b' failed: The task of 'a' failed: at the root", error.Message);
            Assert.Equal("c", error.Key);
            Assert.Same(root, error.GetBaseException());
            Assert.Equal("b", Assert.IsType<DagException>(error.InnerException).Key);
            Assert.False(dag.TryGet("a", out _));
        });
        Assert.Same(root, Assert.Single(reported));
    }

    [Fact]
    public void A_task_may_do_without_a_value()
    {
        RunFailing(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("a", [], Fails(new FormatException()));
            dag.Spawn("b", ["a"], async inputs =>
            {
                try
                {
                    return await inputs.GetAsync("a");
                }
                catch (DagException)
                {
                    return -1;
                }
            });
            Assert.Equal(-1, await dag.GetAsync("b"));
        });
    }

    [Fact]
    public void Outcomes_come_one_by_one_all_of_them_or_the_good_or_the_bad()
    {
        RunFailing(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("slow", [], After(20, 20));
            dag.Spawn("bad", [], Fails(new FormatException()));
            dag.Spawn("fast", [], After(10, 10));
            Assert.Equal(["bad", "fast", "slow"], await KeysOf(dag.WaitEach()));
            Assert.Equal(["slow", "fast"], await KeysOf(dag.WaitEachSuccess()));
            Assert.Equal(["bad"], await KeysOf(dag.WaitEachFailure(["slow", "bad", "bad"])));
            await Throws<DagException>(async () => await dag.WaitAsync());
            await foreach (DagResult<string, int> result in dag.WaitEachFailure()) Assert.Throws<FormatException>(() => result.Value);
        });

        static async Coroutine<List<string>> KeysOf(CoSequence<DagResult<string, int>> results)
        {
            List<string> keys = [];
            await foreach (DagResult<string, int> result in results) keys.Add(result.Key);
            return keys;
        }
    }

    [Fact]
    public void A_key_is_provided_once_unless_it_is_to_be_replaced()
    {
        Run(async () =>
        {
            CoDag<string, int> dag = new() { Name = "build" };
            Fiber<int> task = dag.Spawn("a", [], After(1000, 1));
            ArgumentException error = Assert.Throws<ArgumentException>(() => dag.Post("a", 2));
            Assert.Contains("'a' has a task in CoDag 'build' already", error.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => dag.Spawn("a", [], SumAsync));
            dag.Post("a", 2, replace: true);
            Assert.Equal(2, await dag.GetAsync("a"));
            await task.JoinAsync();
            Assert.Equal(FiberState.Killed, task.State);
            dag.Post("a", 3, replace: true);
            Assert.Equal(3, dag.TryGet("a", out int value) ? value : 0);

            Fiber<int> early = dag.Spawn("b", [], async _ =>
            {
                dag.Post("b", 5, replace: true);
                await Co.SleepAsync(10);
                return 6;
            });
            Assert.Equal(5, await dag.GetAsync("b"));
            Assert.Equal(6, await early);
            Assert.Equal(5, await dag.GetAsync("b"));
        });
    }

    [Fact]
    public void A_cycle_is_refused_and_shown()
    {
        Run(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("a", ["b", "x"], SumAsync);
            dag.Spawn("b", ["c"], SumAsync);
            ArgumentException error = Assert.Throws<ArgumentException>(() => dag.Spawn("c", ["x", "a"], SumAsync));
            Assert.Contains("The task of 'c' would wait for itself in CoDag: 'c' needs 'a' needs 'b' needs 'c'.", error.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => dag.Spawn("self", ["self"], SumAsync));
            dag.Post("x", 1);
            dag.Post("c", 1);
            Assert.Equal(4, await dag.GetAsync("a"));
            dag.Spawn("c2", ["a"], SumAsync);
            Assert.Equal(5, await dag.GetAsync("c2"));
        });
    }

    [Fact]
    public void It_says_who_waits_for_what()
    {
        Run(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("a", ["x", "b"], SumAsync);
            dag.Spawn("b", [], After(10, 1));
            await Co.SleepAsync(1);
            Assert.Equal(["x", "b"], dag.WaitingFor("a"));
            Assert.Equal(["a"], dag.WaitingFor().Keys);
            Assert.Equal(["a", "b"], dag.RunningKeys.Order(StringComparer.Ordinal));
            Assert.Equal(["x"], dag.MissingKeys);
            Assert.Equal(["a", "b"], dag.Keys.Order(StringComparer.Ordinal));
            await dag.GetAsync("b");
            Assert.Equal(["x"], dag.WaitingFor("a"));
            dag.Post("x", 1);
            Assert.Equal(3, await dag.GetAsync("a"));
            Assert.Empty(dag.WaitingFor("a"));
            Assert.Empty(dag.WaitingFor("nobody"));
        });
    }

    [Fact]
    public void A_missing_key_is_named()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Run(async () =>
        {
            CoDag<string, int> dag = new() { Name = "build" };
            dag.Spawn("a", ["x"], SumAsync);
            await dag.GetAsync("a");
        }));
        Assert.Contains("a value of 'x' (which nobody has spawned or posted) in CoDag 'build'", deadlock.Message, StringComparison.Ordinal);
        Run(async () =>
        {
            CoDag<string, int> dag = new();
            TimeoutException error = await Throws<TimeoutException>(async () => await dag.GetAsync("x", Ms(5)));
            Assert.Contains("'x' (which nobody has spawned or posted)", error.Message, StringComparison.Ordinal);
            Assert.Empty(dag.MissingKeys);
        });
    }

    [Fact]
    public void Once_sealed_a_missing_key_is_an_error()
    {
        RunFailing(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("a", ["x"], SumAsync);
            Fiber waiter = Co.Spawn(async () => await Throws<KeyNotFoundException>(async () => await dag.GetAsync("x")));
            await Co.SleepAsync(1);
            dag.Seal();
            await waiter;
            DagException error = await Throws<DagException>(async () => await dag.GetAsync("a"));
            Assert.IsType<KeyNotFoundException>(error.InnerException);
            await Throws<KeyNotFoundException>(async () => await dag.GetAsync("y"));
            Assert.Throws<InvalidOperationException>(() => dag.Post("z", 1));
            Assert.Throws<InvalidOperationException>(() => dag.Post("x", 1));
            Assert.Throws<InvalidOperationException>(() => dag.Spawn("z", [], SumAsync));
        });
    }

    [Fact]
    public void A_task_may_ask_only_for_what_it_has_said_it_needs()
    {
        RunFailing(async () =>
        {
            CoDag<string, int> dag = new([new("x", 1)]);
            dag.Spawn("a", [], inputs => inputs.GetAsync("x"));
            DagException error = await Throws<DagException>(async () => await dag.GetAsync("a"));
            Assert.Contains("The task of 'a' has not said that it needs 'x'", error.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_killed_task_is_a_failure_to_those_who_need_it()
    {
        Run(async () =>
        {
            CoDag<string, int> dag = new();
            dag.Spawn("a", [], After(1000, 1));
            dag.Spawn("b", ["a"], SumAsync);
            await Co.SleepAsync(1);
            Assert.True(await dag.KillAsync("a"));
            Assert.False(await dag.KillAsync("a"));
            DagException error = await Throws<DagException>(async () => await dag.GetAsync("b"));
            Assert.IsType<FiberKilledException>(error.GetBaseException());

            dag.Spawn("c", [], After(1000, 1));
            dag.Spawn("never", [], After(1000, 1));
            Assert.True(await dag.KillAllAsync(Ms(5)));
            Assert.Empty(dag.RunningKeys);
        });
    }

    [Fact]
    public void An_error_may_be_posted()
    {
        Run(async () =>
        {
            CoDag<string, int> dag = new();
            dag.PostError("a", new FormatException());
            dag.Spawn("b", ["a"], SumAsync);
            DagException error = await Throws<DagException>(async () => await dag.GetAsync("b"));
            Assert.IsType<FormatException>(error.GetBaseException());
        });
    }

    [Fact]
    public void Plain_code_waits_too()
    {
        CoDag<string, int> dag = new(StringComparer.OrdinalIgnoreCase);
        dag.Spawn("a", ["B"], SumAsync);
        dag.Spawn("b", [], After(1, 1));
        Assert.Equal(2, dag.Get("A"));
        Assert.Equal(2, dag.Wait().Count);
        Assert.Equal(2, dag.WaitEach(["a", "b"]).Count());
        Assert.False(dag.Kill("a"));
        Assert.True(dag.KillAll(TimeSpan.Zero));
    }

    [Theory]
    [Interleavings(20)]
    public void Under_any_order_of_turns_all_values_come(TestScheduler scheduler)
    {
        scheduler.Run(async () =>
        {
            CoDag<int, int> dag = new();
            for (int i = 9; i >= 2; i--) dag.Spawn(i, [i - 1, i - 2], async inputs => await inputs.GetAsync(inputs.Key - 1) + await inputs.GetAsync(inputs.Key - 2));
            Co.Spawn(async () => { await Co.YieldAsync(); dag.Post(0, 0); });
            Co.Spawn(async () => { await Co.YieldAsync(); dag.Post(1, 1); });
            Assert.Equal(34, (await dag.WaitAsync([9, 5]))[9]);
        });
    }
}
