using System.Runtime.CompilerServices;

namespace CoGen.Tests;

/// <summary>The threads that do for fibers what only threads can.</summary>
public sealed class StandInTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _patience = PatienceOf(null);

    public void Dispose() => SetPatience(null, _patience);

    [Fact]
    public void One_that_has_nothing_to_do_ends_after_its_patience()
    {
        SetPatience(null, TimeSpan.FromMilliseconds(1));
        Assert.All(Threads(3), thread => Assert.True(thread.Join(s_limit)));
    }

    [Fact]
    public void One_that_is_told_so_ends_with_its_job_and_takes_no_other()
    {
        SetPatience(null, Timeout.InfiniteTimeSpan);
        Assert.All(Threads(3, () => EndThis(null)), thread => Assert.True(thread.Join(s_limit)));
    }

    [Fact]
    public void There_are_as_many_as_have_something_to_do_at_a_time()
    {
        Thread[] threads = Threads(5);
        Assert.Equal(5, threads.Distinct().Count());
        Assert.All(threads, thread => Assert.True(thread is { IsBackground: true, Name: "CoGen stand-in" }));
    }

    /// <summary>The threads of jobs that wait for each other.</summary>
    private static Thread[] Threads(int count, Action? before = null)
    {
        Thread[] threads = new Thread[count];
        using Barrier together = new(count + 1);
        for (int i = 0; i < count; i++)
        {
            int own = i;
            Run(null, () =>
            {
                threads[own] = Thread.CurrentThread;
                before?.Invoke();
                together.SignalAndWait();
            });
        }

        together.SignalAndWait();
        return threads;
    }

    // It is nobody's business but the runtime's own.
    private const string StandIn = "CoGen.StandIn, CoGen";

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod)]
    private static extern void Run([UnsafeAccessorType(StandIn)] object? type, Action job);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod)]
    private static extern void EndThis([UnsafeAccessorType(StandIn)] object? type);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "get_Patience")]
    private static extern TimeSpan PatienceOf([UnsafeAccessorType(StandIn)] object? type);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "set_Patience")]
    private static extern void SetPatience([UnsafeAccessorType(StandIn)] object? type, TimeSpan value);
}
