namespace CoGen.Tests;

public class GreenletTraceTests
{
    private readonly Log _log = new();

    private void Trace(GreenletTraceEvent e) => _log.Add($"{e.Kind}:{e.Origin.Name}>{e.Target.Name}");

    /// <summary>In a fiber of its own: a trace is its tree's.</summary>
    private static void InTree(Func<Greenlet, Coroutine> test) =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet.Current.Name = "root";
            await test(Greenlet.Current);
        });

    [Fact]
    public void Each_transfer_is_seen_with_origin_and_target() => InTree(async Coroutine (root) =>
    {
        Greenlet child = new(async Coroutine () => await root.SwitchAsync()) { Name = "child" };
        Greenlet.Trace = Trace;
        await child.SwitchAsync();
        await root.SwitchAsync();
        await child.SwitchAsync();
        Greenlet.Trace = null;
        await new Greenlet(() => { }).SwitchAsync();
        _log.ShouldBe("Switch:root>child Switch:child>root Switch:root>child Switch:child>root");
    });

    [Fact]
    public void A_failing_child_shows_as_a_throw_and_an_exit_as_a_switch() => InTree(async Coroutine (root) =>
    {
        Greenlet failing = new(async Coroutine () => throw new FormatException()) { Name = "failing" };
        Greenlet exiting = new(async Coroutine () => await root.SwitchAsync()) { Name = "exiting" };
        await exiting.SwitchAsync();
        Greenlet.Trace = Trace;
        await Assert.ThrowsAsync<FormatException>(() => failing.SwitchAsync().AsTask());
        Assert.IsType<GreenletExitException>(await exiting.ThrowAsync());
        _log.ShouldBe("Switch:root>failing Throw:failing>root Throw:root>exiting Switch:exiting>root");
    });

    [Fact]
    public void T22_The_hook_never_sees_a_dead_greenlet_entered() => InTree(async Coroutine (root) =>
    {
        Greenlet.Trace = e =>
        {
            Trace(e);
            Assert.False(e.Target.IsDead);
            Assert.True(e.Target.IsActive);
            Assert.Same(e.Target, Greenlet.Current);
        };
        await new Greenlet(() => { }) { Name = "entered" }.SwitchAsync();
        await new Greenlet(() => _log.Add("ran")) { Name = "killed" }.ThrowAsync();
        Greenlet parent = new(() => _log.Add("ran")) { Name = "parent" };
        Greenlet child = new(async Coroutine () => throw new FormatException()) { Name = "child", Parent = parent };
        await Assert.ThrowsAsync<FormatException>(() => child.SwitchAsync().AsTask());
        Assert.NotNull(Greenlet.Trace);
        _log.ShouldBe("Switch:root>entered Switch:entered>root Throw:root>killed Switch:killed>root "
            + "Switch:root>child Throw:child>parent Throw:parent>root");
    });

    [Fact]
    public void An_error_in_the_hook_removes_it_and_is_thrown_into_the_target() => InTree(async Coroutine (root) =>
    {
        Greenlet waiting = new(async Coroutine<object?> () =>
        {
            try
            {
                await root.SwitchAsync();
                return "no error";
            }
            catch (FormatException)
            {
                return "caught";
            }
        });
        await waiting.SwitchAsync();
        Greenlet.Trace = _ => throw new FormatException();
        Assert.Equal("caught", await waiting.SwitchAsync());
        Assert.Null(Greenlet.Trace);

        Greenlet.Trace = _ => throw new FormatException();
        Greenlet unstarted = new(() => _log.Add("ran"));
        await Assert.ThrowsAsync<FormatException>(() => unstarted.SwitchAsync().AsTask());
        Assert.True(unstarted.IsDead);
        _log.ShouldBe("");
    });

    [Fact]
    public void The_hook_runs_in_the_ambient_state_of_the_target() => InTree(async Coroutine (root) =>
    {
        AsyncLocal<string> local = new() { Value = "before" };
        Greenlet child = new(async Coroutine () =>
        {
            local.Value = "child's";
            await root.SwitchAsync();
        });
        local.Value = "root's";
        Greenlet.Trace = _ => _log.Add(local.Value!);
        await child.SwitchAsync();
        local.Value = "changed";
        await child.SwitchAsync();
        _log.ShouldBe("before root's child's changed");
    });

    [Fact]
    public void The_hook_can_neither_switch_nor_wait() => InTree(async Coroutine (root) =>
    {
        Greenlet other = new(() => { });
        Greenlet.Trace = _ =>
        {
            Assert.Contains("cannot switch", Assert.Throws<InvalidOperationException>(() => { other.SwitchAsync(); }).Message);
            Assert.Throws<BlockingCallException>(() => other.Switch());
            Assert.Throws<BlockingCallException>(() => Co.Sleep(1));
            _log.Add("called");
        };
        await new Greenlet(() => { }).SwitchAsync();
        _log.ShouldBe("called called");
    });

    [Fact]
    public void Each_tree_has_a_hook_of_its_own() => InTree(async Coroutine (root) =>
    {
        Greenlet.Trace = Trace;
        await Co.Spawn(async Coroutine () =>
        {
            Assert.Null(Greenlet.Trace);
            await new Greenlet(() => { }).SwitchAsync();
        });
        _log.ShouldBe("");
    });

    [Fact]
    public void Plain_code_is_traced_too()
    {
        string root = Greenlet.Current.Name;
        Greenlet.Trace = Trace;
        try
        {
            new Greenlet(() => { }) { Name = "child" }.Switch();
        }
        finally
        {
            Greenlet.Trace = null;
        }

        _log.ShouldBe($"Switch:{root}>child Switch:child>{root}");
    }
}
