namespace CoGen.Tests;

public class GreenletParentTests
{
    private readonly Log _log = new();

    [Fact]
    public void A_parent_that_has_not_begun_begins_with_the_childs_result()
    {
        Greenlet parent = new((object? value) => (object?)$"parent got {value}");
        Greenlet child = new(() => (object?)"result") { Parent = parent };
        Assert.Equal("parent got result", child.Switch());
        Assert.True(parent.IsDead);
    }

    [Fact]
    public void Parents_make_no_cycle_and_the_root_has_none()
    {
        Greenlet root = Greenlet.Current;
        Greenlet parent = new(() => { });
        Greenlet child = new(() => { }) { Parent = parent };
        Assert.Same(root, parent.Parent);
        Assert.Null(root.Parent);
        Assert.Throws<ArgumentException>(() => parent.Parent = child);
        Assert.Throws<ArgumentException>(() => parent.Parent = parent);
        Assert.Throws<InvalidOperationException>(() => root.Parent = parent);
    }

    [Fact]
    public void Each_fiber_has_a_tree_of_its_own() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet mine = new(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync());
            await mine.SwitchAsync();
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SwitchAsync().AsTask());
                Assert.Contains("another fiber", error.Message);
            });
            await other;
            await mine.SwitchAsync();
            Assert.True(mine.IsDead);
        });

    [Fact]
    public void A_greenlet_begins_only_in_the_fiber_of_its_parent() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet mine = new(() => { });
            await Co.Spawn(async Coroutine () =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => mine.SwitchAsync().AsTask());
                await Assert.ThrowsAsync<InvalidOperationException>(() => mine.ThrowAsync().AsTask());
            });
            await mine.SwitchAsync();
            Assert.True(mine.IsDead);
        });

    [Fact]
    public void Throw_kills_the_ancestors_that_have_not_begun()
    {
        Greenlet parent = new(() => _log.Add("ran"));
        Greenlet child = new(() => _log.Add("ran")) { Parent = parent };
        Assert.Throws<FormatException>(() => child.Throw(new FormatException()));
        Assert.True(parent.IsDead);
        _log.ShouldBe("");
    }

    [Fact]
    public void An_error_passes_ancestors_that_have_not_begun_and_a_value_begins_the_first()
    {
        Greenlet grandparent = new((object? value) => (object?)$"grandparent got {value}");
        Greenlet parent = new((object? value) => (object?)$"parent got {value}") { Parent = grandparent };
        Greenlet child = new(() => (object?)"result") { Parent = parent };
        Assert.Equal("grandparent got parent got result", child.Switch());
    }

    [Fact]
    public void The_end_of_a_child_passes_ancestors_that_are_dead()
    {
        Greenlet parent = new(() => { });
        parent.Switch();
        Greenlet child = new(() => (object?)"result") { Parent = parent };
        Assert.Equal("result", child.Switch());
    }

    [Fact]
    public void A_new_parent_gets_the_result_also_when_the_child_has_begun()
    {
        Greenlet root = Greenlet.Current;
        Greenlet heir = new(async Coroutine<object?> (object? value) => $"heir got {value}");
        Greenlet child = new(async Coroutine<object?> () =>
        {
            await root.SwitchAsync();
            return "result";
        });
        child.Switch();
        child.Parent = heir;
        Assert.Equal("heir got result", child.Switch());
    }

    [Fact]
    public void A_parent_cannot_be_taken_away()
    {
        Greenlet greenlet = new(() => { });
        Assert.Throws<ArgumentNullException>(() => greenlet.Parent = null);
        Assert.Same(Greenlet.Current, greenlet.Parent);
    }

    [Fact]
    public void One_that_has_not_begun_moves_with_its_children_to_the_tree_of_a_new_parent() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet parent = new((object? value) => (object?)$"parent got {value}");
            Greenlet child = new(() => (object?)"result") { Parent = parent };
            await Co.Spawn(async Coroutine () =>
            {
                parent.Parent = Greenlet.Current;
                Assert.Equal("parent got result", await child.SwitchAsync());
            });
            Assert.True(parent.IsDead);
        });

    [Fact]
    public void One_that_has_not_begun_stays_where_a_descendant_has_begun() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet root = Greenlet.Current;
            Greenlet early = new((object? value) => (object?)$"early got {value}");
            Greenlet child = new(async Coroutine<object?> () =>
            {
                await root.SwitchAsync();
                return "result";
            })
            { Parent = early };
            await child.SwitchAsync();
            Greenlet late = new((object? value) => (object?)$"late got {value}");
            Greenlet another = new(async Coroutine () => await root.SwitchAsync());
            await another.SwitchAsync();
            another.Parent = late;
            await Co.Spawn(async Coroutine () =>
            {
                Assert.Throws<ArgumentException>(() => early.Parent = Greenlet.Current);
                Assert.Throws<ArgumentException>(() => late.Parent = Greenlet.Current);
                Assert.Throws<ArgumentException>(() => child.Parent = Greenlet.Current);
            });
            Assert.Equal("early got result", await child.SwitchAsync());
            Assert.Equal("late got ", await another.SwitchAsync());
        });

    [Fact]
    public void The_root_gets_control_back_from_a_long_line_of_ancestors_that_have_not_begun()
    {
        Greenlet last = new(() => { });
        for (int i = 0; i < 100_000; i++) last = new Greenlet(() => _log.Add("ran")) { Parent = last };
        Assert.Throws<FormatException>(() => last.Throw(new FormatException()));
        _log.ShouldBe("");
    }
}
