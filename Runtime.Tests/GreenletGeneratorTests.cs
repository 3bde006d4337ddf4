using System.Collections;
using System.Runtime.CompilerServices;

namespace CoGen.Tests;

/// <summary>Generators, from plain blocking code through the real twins and from hand-written coroutines.</summary>
public partial class GreenletGeneratorTests
{
    private readonly Log _log = new();

    [Coroutine]
    private static void Permute(Yielder<string> output, string prefix, string rest)
    {
        if (rest == "") output.Yield(prefix);
        for (int i = 0; i < rest.Length; i++) Permute(output, prefix + rest[i], rest.Remove(i, 1));
    }

    [Coroutine]
    private static void Permutations(Yielder<string> output) => Permute(output, "", "abc");

    [Fact]
    public void Plain_code_yields_from_any_depth_of_calls()
    {
        Generator<string> permutations = new(Permutations);
        Assert.Equal("abc acb bac bca cab cba", string.Join(' ', permutations));
        Assert.Equal(6, permutations.Count());
        Assert.Equal("abc acb", string.Join(' ', permutations.Take(2)));
    }

    [Coroutine]
    private static void Odd(Yielder<int> output)
    {
        for (int i = 1; i < 6; i += 2)
        {
            Thread.Sleep(1);
            output.Yield(i);
        }
    }

    [Coroutine]
    private static int Sum()
    {
        int sum = 0;
        using Generator<int> odd = new(Odd);
        while (odd.MoveNext()) sum += odd.Current;
        return sum;
    }

    [Fact]
    public void A_tagged_method_consumes_it_in_a_fiber_while_it_waits()
    {
        Fiber<int> sum = Co.Spawn(Sum);
        Assert.Equal(9, sum.Result);
    }

    private static Generator<int> Inner(int count, Yielder<int> outer) => new(async Coroutine (output) =>
    {
        for (int i = 1; i < count; i++)
        {
            await output.YieldAsync(i);
            await outer.YieldAsync(i * i);
        }
    });

    [Fact]
    public void A_nested_generator_yields_to_the_consumer_of_the_outer_one()
    {
        List<int> seen = [];
        Generator<int> outer = new(async Coroutine (output) =>
        {
            await foreach (int i in Inner(5, output)) seen.Add(i);
        });
        foreach (int square in outer) seen.Add(square);
        Assert.Equal([1, 1, 2, 4, 3, 9, 4, 16], seen);
    }

    [Fact]
    public void Generators_nest_as_a_recursive_walk()
    {
        static Generator<string> Walk(string letters) => new(async Coroutine (output) =>
        {
            if (letters.Length <= 1) await output.YieldAsync(letters);
            for (int i = 0; letters.Length > 1 && i < letters.Length; i++)
            {
                await foreach (string rest in Walk(letters.Remove(i, 1))) await output.YieldAsync(letters[i] + rest);
            }
        });

        Assert.Equal("abc acb bac bca cab cba", string.Join(' ', Walk("abc")));
    }

    [Fact]
    public void Layers_that_all_yield_to_the_top_keep_their_order()
    {
        static Generator<string> Layer(int depth, Yielder<string>? top) => new(async Coroutine (output) =>
        {
            Yielder<string> target = top ?? output;
            await target.YieldAsync($"down{depth}");
            if (depth < 3)
            {
                await foreach (string _ in Layer(depth + 1, target)) Assert.Fail("It yields to the top alone.");
            }

            await target.YieldAsync($"up{depth}");
        });

        Assert.Equal("down0 down1 down2 down3 up3 up2 up1 up0", string.Join(' ', Layer(0, null)));
    }

    [Fact]
    public void Each_foreach_is_a_run_of_its_own()
    {
        int runs = 0;
        Generator<int> generator = new(async Coroutine (output) =>
        {
            runs++;
            await output.YieldAsync(runs);
        });
        Assert.Equal(0, runs);
        Assert.Equal([1], generator);
        Assert.Equal([2], generator);
        using Generator<int> a = generator.GetEnumerator(), b = generator.GetEnumerator();
        Assert.NotSame(a, b);
        Assert.True(a.MoveNext());
        Assert.True(b.MoveNext());
        Assert.Equal((3, 4), (a.Current, b.Current));
        Assert.False(a.MoveNext());
        Assert.False(a.MoveNext());
        Assert.Equal(0, a.Current);
    }

    private Generator<int> Endless() => new(async Coroutine (output) =>
    {
        try
        {
            for (int i = 0; ; i++) await output.YieldAsync(i);
        }
        finally
        {
            _log.Add("finally");
        }
    });

    [Fact]
    public void Leaving_the_loop_runs_the_finally_blocks()
    {
        foreach (int i in Endless())
        {
            if (i == 2) break;
        }

        _log.ShouldBe("finally");
        Endless().Dispose();
        _log.ShouldBe("finally");
    }

    [Fact]
    public void Leaving_an_outer_loop_unwinds_the_nested_generator_first()
    {
        Generator<int> outer = new(async Coroutine (output) =>
        {
            try
            {
                Generator<int> inner = new(async Coroutine (_) =>
                {
                    try
                    {
                        await output.YieldAsync(1);
                        await output.YieldAsync(2);
                    }
                    finally
                    {
                        _log.Add("inner");
                    }
                });
                await foreach (int _ in inner) Assert.Fail("It yields to the outer one's consumer.");
            }
            finally
            {
                _log.Add("outer");
            }
        });
        Assert.Equal(1, outer.First());
        _log.ShouldBe("inner outer");
    }

    [Fact]
    public void An_error_comes_out_at_the_consumer_once()
    {
        using Generator<int> failing = new(async Coroutine (output) =>
        {
            await output.YieldAsync(1);
            throw new FormatException();
        });
        Assert.True(failing.MoveNext());
        Assert.Throws<FormatException>(() => failing.MoveNext());
        Assert.False(failing.MoveNext());
    }

    [Fact]
    public void An_error_of_a_nested_generator_comes_out_at_its_own_consumer()
    {
        Generator<string> outer = new(async Coroutine (output) =>
        {
            Generator<int> inner = new(async Coroutine (_) =>
            {
                await output.YieldAsync("from inner");
                throw new FormatException();
            });
            try
            {
                await foreach (int _ in inner) { }
            }
            catch (FormatException)
            {
                await output.YieldAsync("caught");
            }
        });
        Assert.Equal(["from inner", "caught"], outer);
    }

    [Fact]
    public void It_can_be_consumed_from_different_greenlets()
    {
        using Generator<int> numbers = Endless();
        Assert.True(numbers.MoveNext());
        Greenlet other = new(async Coroutine<object?> () => await numbers.MoveNextAsync() ? numbers.Current : null);
        Assert.Equal(1, other.Switch());
        Assert.True(numbers.MoveNext());
        Assert.Equal(2, numbers.Current);
    }

    [Fact]
    public void A_run_belongs_to_the_fiber_that_has_begun_it() => Virtual.Run(async Coroutine () =>
    {
        Generator<int> numbers = Endless();
        Assert.True(await numbers.MoveNextAsync());
        await Co.Spawn(async Coroutine () =>
        {
            string message = (await Assert.ThrowsAsync<InvalidOperationException>(() => numbers.MoveNextAsync().AsTask())).Message;
            Assert.Contains("Greenlet 'generator' (suspended) belongs to another fiber", message);
        });
        Assert.True(await numbers.MoveNextAsync());
        Assert.Equal(1, numbers.Current);
        await numbers.DisposeAsync();
    });

    [Fact]
    public void A_kill_that_comes_while_the_body_waits_ends_both()
    {
        Fiber fiber = default;
        Virtual.Run(async Coroutine () =>
        {
            fiber = Co.Spawn(async Coroutine () =>
            {
                await foreach (int _ in new Generator<int>(async Coroutine (output) =>
                {
                    await output.YieldAsync(1);
                    try
                    {
                        await Co.SleepAsync(1000);
                    }
                    finally
                    {
                        _log.Add("body");
                    }
                }))
                {
                    _log.Add("value");
                }
            });
            await Co.SleepAsync(1);
            await fiber.KillAsync();
        });
        Assert.Equal(FiberState.Killed, fiber.State);
        _log.ShouldBe("value body");
    }

    [Fact]
    public void A_body_cannot_ask_for_its_own_next_value()
    {
        Generator<int> itself = null!;
        itself = new Generator<int>(async Coroutine (_) => await itself.MoveNextAsync());
        Assert.Contains("own next value", Assert.Throws<InvalidOperationException>(() => itself.MoveNext()).Message);
    }

    [Fact]
    public void A_value_is_yielded_only_when_one_was_asked_for()
    {
        Yielder<int> output = null!;
        using Generator<int> generator = new(async Coroutine (yielder) =>
        {
            output = yielder;
            await yielder.YieldAsync(1);
        });
        Assert.True(generator.MoveNext());
        Assert.Throws<InvalidOperationException>(() => output.Yield(2));
    }

    [Fact]
    public void Yielding_while_disposed_of_is_an_error_that_is_reported()
    {
        GreenletErrorEventArgs? report = null;
        Generator<int> stubborn = new(async Coroutine (output) =>
        {
            try
            {
                await output.YieldAsync(1);
            }
            catch (GreenletExitException)
            {
                await output.YieldAsync(2);
            }
        });
        Assert.True(stubborn.MoveNext());
        void Handle(object? sender, GreenletErrorEventArgs e)
        {
            if (e.Error is InvalidOperationException) report = e;
        }

        Greenlet.UnobservedException += Handle;
        stubborn.Dispose();
        Greenlet.UnobservedException -= Handle;
        Assert.Contains("being disposed of", report?.Error.Message);
        Assert.False(stubborn.MoveNext());
    }

    [Fact]
    public void A_switch_to_the_consumer_past_the_generator_is_told_from_a_value()
    {
        Greenlet root = Greenlet.Current;
        using Generator<int> generator = new(async Coroutine (output) =>
        {
            await root.SwitchAsync("by hand");
            await output.YieldAsync(1);
        });
        Assert.Contains("another greenlet", Assert.Throws<InvalidOperationException>(() => generator.MoveNext()).Message);
    }

    [Fact]
    public void It_runs_in_the_ambient_state_of_its_consumer()
    {
        AsyncLocal<string?> local = new() { Value = "consumer's" };
        using Generator<string> generator = new(async Coroutine (output) =>
        {
            await output.YieldAsync(local.Value!);
            await output.YieldAsync(local.Value!);
            local.Value = "body's";
        });
        Assert.True(generator.MoveNext());
        Assert.Equal("consumer's", generator.Current);
        local.Value = "changed";
        Assert.True(generator.MoveNext());
        Assert.Equal("changed", generator.Current);
        Assert.False(generator.MoveNext());
        Assert.Equal("body's", local.Value);
    }

    [Fact]
    public void A_run_ends_when_its_token_is_cancelled() => Virtual.Run(async Coroutine () =>
    {
        using CancellationTokenSource source = new();
        List<int> seen = [];
        async Coroutine Consume()
        {
            await foreach (int i in Endless().WithCancellation(source.Token))
            {
                seen.Add(i);
                if (i == 2) source.Cancel();
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Consume().AsTask());
        Assert.Equal([0, 1, 2], seen);
        _log.ShouldBe("finally");
    });

    [Fact]
    public void A_foreach_of_plain_code_is_refused_in_a_fiber() => Virtual.Run(async Coroutine () =>
    {
        Generator<int> generator = Endless();
        BlockingCallException error = Assert.Throws<BlockingCallException>(() => { foreach (int _ in generator) { } });
        Assert.Contains("Generator.MoveNext", error.Message);
        _log.ShouldBe("");
    });

    [Fact]
    public void The_old_interface_works_and_does_not_go_back()
    {
        IEnumerator run = ((IEnumerable)new Generator<int>(async Coroutine (output) => await output.YieldAsync(7))).GetEnumerator();
        Assert.True(run.MoveNext());
        Assert.Equal(7, run.Current);
        Assert.Throws<NotSupportedException>(run.Reset);
        Assert.False(run.MoveNext());
    }

    [Fact]
    public void One_that_is_dropped_in_the_middle_is_reported()
    {
        int reports = 0;
        void Handle(object? sender, GreenletErrorEventArgs e)
        {
            if (e.Error.Message.Contains(nameof(Dropped))) Interlocked.Increment(ref reports);
        }

        Greenlet.UnobservedException += Handle;
        for (int i = 0; i < 3; i++) BeginAndForget(toTheEnd: true);
        BeginAndForget(toTheEnd: false);
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Greenlet.UnobservedException -= Handle;
        Assert.Equal(1, reports);
    }

    private static async Coroutine Dropped(Yielder<int> output) => await output.YieldAsync(1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BeginAndForget(bool toTheEnd)
    {
        Generator<int> generator = new(Dropped);
        generator.MoveNext();
        if (toTheEnd) generator.MoveNext();
    }
}
