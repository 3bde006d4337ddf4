namespace CoGen.Tests;

public class GreenletContextTests
{
    private static readonly AsyncLocal<string?> s_local = new();

    private readonly Log _log = new();

    private void Say(string who) => _log.Add($"{who}:{s_local.Value ?? "-"}");

    /// <summary>The same turns, in a greenlet whose ambient state flows as given.</summary>
    private void TakeTurns(ContextFlow flow)
    {
        s_local.Value = "outer";
        Greenlet root = Greenlet.Current;
        Greenlet child = new(async Coroutine () =>
        {
            Say("child");
            s_local.Value = "inner";
            await root.SwitchAsync();
            Say("child");
            await Co.YieldAsync();
            Say("child");
        })
        { ContextFlow = flow };
        Assert.Equal(flow, child.ContextFlow);
        s_local.Value = "later";
        child.Switch();
        Say("root");
        s_local.Value = "last";
        child.Switch();
        Say("root");
        s_local.Value = null;
    }

    [Fact]
    public void A_copy_begins_with_the_creators_values_and_is_its_own()
    {
        TakeTurns(ContextFlow.Copy);
        _log.ShouldBe("child:outer root:later child:inner child:inner root:last");
    }

    [Fact]
    public void A_shared_state_is_changed_by_both()
    {
        TakeTurns(ContextFlow.Share);
        _log.ShouldBe("child:later root:inner child:last child:last root:last");
    }

    [Fact]
    public void An_empty_state_begins_with_no_values_and_is_its_own()
    {
        TakeTurns(ContextFlow.Empty);
        _log.ShouldBe("child:- root:later child:inner child:inner root:last");
    }

    [Fact]
    public void A_copy_is_the_default_and_another_flow_is_refused()
    {
        Assert.Equal(ContextFlow.Copy, new Greenlet(() => { }).ContextFlow);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Greenlet(() => { }) { ContextFlow = (ContextFlow)3 });
    }

    [Theory]
    [InlineData(ContextFlow.Copy)]
    [InlineData(ContextFlow.Share)]
    [InlineData(ContextFlow.Empty)]
    public void It_is_so_in_a_fiber_too(ContextFlow flow) => Virtual.Run(async Coroutine () =>
    {
        s_local.Value = "outer";
        Greenlet root = Greenlet.Current;
        Greenlet child = new(async Coroutine () =>
        {
            Say("child");
            s_local.Value = "inner";
            await Co.SleepAsync(1);
            await root.SwitchAsync();
            Say("child");
        })
        { ContextFlow = flow };
        Fiber other = Co.Spawn(async Coroutine () =>
        {
            s_local.Value = "other";
            await Co.YieldAsync();
            Say("other");
        });
        await child.SwitchAsync();
        Say("root");
        await child.SwitchAsync();
        await other;
        string first = flow == ContextFlow.Empty ? "-" : "outer";
        _log.ShouldBe($"child:{first} other:other root:{(flow == ContextFlow.Share ? "inner" : "outer")} child:inner");
    });

    [Fact]
    public void The_state_can_be_read_and_set_whenever_the_greenlet_does_not_run_elsewhere()
    {
        s_local.Value = "one";
        ExecutionContext one = Greenlet.Current.Context!;
        s_local.Value = "two";
        ExecutionContext two = Greenlet.Current.Context!;
        Greenlet root = Greenlet.Current;
        Greenlet child = new(async Coroutine () =>
        {
            Say("child");
            await root.SwitchAsync();
            Say("child");
            Greenlet.Current.Context = one;
            Say("child");
            root.Context = one;
            Greenlet.Current.Context = null;
            Say("child");
            Assert.Null(Greenlet.Current.Context);
            await root.SwitchAsync();
        });
        Assert.Same(two, child.Context);
        child.Context = one;
        Assert.Same(one, child.Context);
        child.Switch();
        Say("root");
        child.Context = two;
        child.Switch();
        Say("root");
        child.Switch();
        child.Context = null;
        Greenlet empty = new(() => Say("empty")) { Context = null };
        Assert.Null(empty.Context);
        empty.Switch();
        _log.ShouldBe("child:one root:two child:two child:one child:- root:one empty:-");
        s_local.Value = null;
    }

    [Fact]
    public void What_a_body_changes_before_it_ends_stays_in_a_shared_state_and_leaves_a_copied_one()
    {
        s_local.Value = "root's";
        new Greenlet(() => { s_local.Value = "copied"; }).Switch();
        Say("root");
        new Greenlet(() => { s_local.Value = "shared"; }) { ContextFlow = ContextFlow.Share }.Switch();
        Say("root");
        _log.ShouldBe("root:root's root:shared");
        s_local.Value = null;
    }

    [Fact]
    public void Where_the_flow_is_suppressed_nothing_flows()
    {
        s_local.Value = "outer";
        using (ExecutionContext.SuppressFlow())
        {
            Greenlet child = new(() => Say("child"));
            Assert.Null(child.Context);
        }

        s_local.Value = null;
    }
}
