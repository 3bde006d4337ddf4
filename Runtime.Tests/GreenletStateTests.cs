using System.Runtime.CompilerServices;

namespace CoGen.Tests;

public class GreenletStateTests
{
    private static (bool IsActive, bool IsSuspended, bool IsDead) StateOf(Greenlet greenlet) =>
        (greenlet.IsActive, greenlet.IsSuspended, greenlet.IsDead);

    [Fact]
    public void Each_state_is_told_apart()
    {
        Greenlet root = Greenlet.Current;
        Greenlet greenlet = null!;
        greenlet = new Greenlet(async Coroutine () =>
        {
            Assert.Same(greenlet, Greenlet.Current);
            Assert.Equal((true, false, false), StateOf(greenlet));
            Assert.Equal((true, true, false), StateOf(root));
            Assert.Equal("Greenlet 'worker' (current)", greenlet.ToString());
            await root.SwitchAsync();
        })
        { Name = "worker" };
        Assert.Equal((false, false, false), StateOf(greenlet));
        Assert.Equal("Greenlet 'worker' (pending)", greenlet.ToString());
        greenlet.Switch();
        Assert.Equal((true, true, false), StateOf(greenlet));
        Assert.Equal("Greenlet 'worker' (suspended)", greenlet.ToString());
        greenlet.Switch();
        Assert.Equal((false, false, true), StateOf(greenlet));
        Assert.Equal("Greenlet 'worker' (dead)", greenlet.ToString());
        Assert.Equal((true, false, false), StateOf(root));
    }

    [Fact]
    public void A_root_says_whose_it_is_and_names_are_numbered()
    {
        string? text = null;
        Thread thread = new(() => text = Greenlet.Current.ToString());
        thread.Start();
        thread.Join();
        Assert.Equal($"Greenlet 'root of the plain code of thread {thread.ManagedThreadId}' (current)", text);
        Assert.Null(Greenlet.Current.Entry);
        Virtual.Run(async Coroutine () =>
        {
            Greenlet root = null!;
            await Co.Spawn(async Coroutine () => root = Greenlet.Current).Named("me");
            Assert.Equal("Greenlet 'root of fiber 'me'' (dead)", root.ToString());
            Assert.Equal((false, false, true), StateOf(root));
        });
        Greenlet greenlet = new(() => { });
        Assert.StartsWith("Greenlet-", greenlet.Name);
        Assert.Equal(greenlet.Name, greenlet.Name);
        Assert.NotEqual(greenlet.Name, new Greenlet(() => { }).Name);
        Assert.Throws<ArgumentNullException>(() => greenlet.Name = null!);
    }

    [Fact]
    public void The_body_is_let_go_once_it_has_begun()
    {
        Func<object?> entry = () => "result";
        Greenlet greenlet = new(entry);
        Assert.Same(entry, greenlet.Entry);
        greenlet.Switch();
        Assert.Null(greenlet.Entry);
        Greenlet disposed = new(entry);
        disposed.Dispose();
        Assert.Null(disposed.Entry);
    }

    [Fact]
    public void Anything_can_be_kept_with_a_greenlet()
    {
        Greenlet one = new(() => Greenlet.Current.Items["answer"]);
        one.Items["answer"] = 42;
        Greenlet two = new(() => (object?)Greenlet.Current.Items.ContainsKey("answer"));
        Assert.Equal(42, one.Switch());
        Assert.Equal(false, two.Switch());
        Assert.Equal(42, one.Items["answer"]);
    }

    [Fact]
    public void The_calls_of_a_suspended_greenlet_can_be_read()
    {
        Greenlet greenlet = new(Outer);
        Assert.Empty(greenlet.GetCallStack());
        Assert.Equal(nameof(GreenletStateTests), greenlet.Switch("ready"));
        Assert.Equal(["GreenletStateTests.Inner", "GreenletStateTests.Outer"], greenlet.GetCallStack());
        greenlet.Switch();
        Assert.Empty(greenlet.GetCallStack());
        Assert.Empty(Greenlet.Current.GetCallStack());
    }

    private static async Coroutine Outer() => await Inner(Greenlet.Current.Parent!);

    private static async Coroutine Inner(Greenlet parent)
    {
        await Co.YieldAsync();
        await parent.SwitchAsync(nameof(GreenletStateTests));
    }

    [Fact]
    public void Every_sync_face_refuses_in_a_fiber_and_nothing_has_happened() => Virtual.Run(async Coroutine () =>
    {
        Greenlet greenlet = new(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync());
        await greenlet.SwitchAsync();
        using Generator<int> generator = new(async Coroutine (output) => await output.YieldAsync(1));
        Assert.True(await generator.MoveNextAsync());
        Action[] faces = [() => greenlet.Switch(), () => greenlet.Throw(), greenlet.Dispose, () => generator.MoveNext(), generator.Dispose];
        foreach (Action face in faces) Assert.Throws<BlockingCallException>(face);
        Assert.True(greenlet.IsSuspended);
        await greenlet.SwitchAsync();
        Assert.True(greenlet.IsDead);
        Assert.False(await generator.MoveNextAsync());
    });

    [Fact]
    public void A_greenlet_of_another_fiber_is_refused_with_both_names() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet mine = new(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync()) { Name = "mine" };
            await mine.SwitchAsync();
            Fiber me = Co.Current!.Value.Named("me");
            await Co.Spawn(async Coroutine () =>
            {
                string message = Assert.Throws<InvalidOperationException>(() => { mine.SwitchAsync(); }).Message;
                Assert.StartsWith("Greenlet 'mine' (suspended) belongs to another fiber: it is of fiber 'me', and this is fiber 'you'.", message);
                Assert.Throws<InvalidOperationException>(() => { mine.ThrowAsync(); });
                await Assert.ThrowsAsync<InvalidOperationException>(() => mine.DisposeAsync().AsTask());
                Assert.Throws<InvalidOperationException>(() => mine.Context);
            }).Named("you");
            await mine.DisposeAsync();
        });

    [Fact]
    public void A_greenlet_whose_fiber_has_ended_says_so() =>
        Virtual.Run(async Coroutine () =>
        {
            Greenlet left = null!;
            await Co.Spawn(async Coroutine () =>
            {
                left = new Greenlet(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync()) { Name = "left" };
                await left.SwitchAsync();
            }).Named("gone");
            Assert.Equal("Greenlet 'left' (suspended for ever: fiber 'gone' has ended)", left.ToString());
            Assert.Contains("fiber 'gone', which has ended", Assert.Throws<InvalidOperationException>(() => { left.SwitchAsync(); }).Message);
        });

    [Fact]
    public void A_greenlet_of_another_thread_is_refused_and_one_of_a_thread_that_has_ended_too()
    {
        Greenlet? theirs = null;
        using ManualResetEventSlim made = new(), tried = new();
        Thread thread = new(() =>
        {
            theirs = new Greenlet(async Coroutine () => await Greenlet.Current.Parent!.SwitchAsync());
            theirs.Switch();
            made.Set();
            tried.Wait();
        });
        thread.Start();
        made.Wait();
        Assert.Contains($"of the plain code of thread {thread.ManagedThreadId}, and this is", Assert.Throws<InvalidOperationException>(() => theirs!.Switch()).Message);
        Assert.False(theirs!.Parent!.IsDead);
        tried.Set();
        thread.Join();
        Assert.Contains("which has ended", Assert.Throws<InvalidOperationException>(() => theirs!.Switch()).Message);
        Assert.True(theirs.Parent.IsDead);
    }

    [Fact]
    public void A_greenlet_can_be_referred_to_weakly_and_one_that_has_not_begun_is_just_freed()
    {
        Log log = new();
        WeakReference reference = Unstarted(log);
        Collect();
        Assert.False(reference.IsAlive);
        log.ShouldBe("");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Unstarted(Log log) => new(new Greenlet(() => log.Add("ran")));

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
