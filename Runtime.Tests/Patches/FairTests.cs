using System.Net.Sockets;
using CoGen.CompilerServices;

namespace CoGen.Tests;

/// <summary>Data that is always there must not starve the others.</summary>
public class FairTests : Staged
{
    private const int Bytes = 10_000;

    /// <summary>How many turns another fiber gets while one reads what is there, byte by byte.</summary>
    private int TurnsOfAnother(Func<Socket, Memory<byte>, Coroutine<int>> read) => Run(async () =>
    {
        (Socket reader, Socket writer) = Loopback.Pair();
        writer.Send(new byte[Bytes]);
        Loopback.Until(() => reader.Available == Bytes);
        int turns = 0;
        bool isDone = false;
        Fiber other = Co.Spawn(async Coroutine () =>
        {
            for (; !Volatile.Read(ref isDone); turns++) await Co.YieldAsync();
        });
        byte[] buffer = new byte[1];
        for (int i = 0; i < Bytes; i++) Assert.Equal(1, await read(reader, buffer));
        Volatile.Write(ref isDone, true);
        await other;
        reader.Dispose();
        writer.Dispose();
        return turns;
    });

    [Fact]
    public void A_fiber_that_reads_what_is_always_there_lets_the_others_run_now_and_then()
    {
        static async Coroutine<int> Read(Socket socket, Memory<byte> buffer) => await Fair.Await(socket.ReceiveAsync(buffer));
        int turns = TurnsOfAnother(Read);
        if (IsOnLoop) Assert.Equal(Bytes / Fair.MaximumFreeWaits, turns);
    }

    [Fact]
    public void Without_it_the_others_would_starve()
    {
        static async Coroutine<int> Read(Socket socket, Memory<byte> buffer) => await socket.ReceiveAsync(buffer);
        int turns = TurnsOfAnother(Read);
        if (IsOnLoop) Assert.Equal(0, turns);
    }

    private static async Coroutine<string> All(int yields)
    {
        for (int i = 0; i < yields; i++)
        {
            await Fair.Await(Task.CompletedTask);
            await Fair.Await(default(ValueTask));
        }

        int sum = await Fair.Await(Task.FromResult(1)) + await Fair.Await(new ValueTask<int>(2));
        return $"{sum} {await Fair.Await(Task.Run(() => "task"))}";
    }

    [Fact]
    public async Task What_is_awaited_gives_its_result_and_its_error()
    {
        Assert.Equal("3 task", Run(() => All(100)));
        Assert.Equal("3 task", await All(100));
        FormatException error = new();
        for (int i = 0; i < Fair.MaximumFreeWaits; i++)
        {
            Assert.Same(error, Assert.Throws<FormatException>(() => Run(async () => await Fair.Await(Task.FromException(error)))));
            Assert.Same(error, await Assert.ThrowsAsync<FormatException>(async () => await Fair.Await(ValueTask.FromException<int>(error))));
        }

        Assert.Throws<NullReferenceException>(() => { Fair.Await((Task)null!); });
        Assert.Throws<NullReferenceException>(() => { Fair.Await((Task<int>)null!); });
    }

    [Fact]
    public void A_fiber_that_is_killed_while_the_others_run_gets_what_was_there_and_is_killed_at_its_next_wait()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () =>
            {
                for (int i = 1; i <= Fair.MaximumFreeWaits; i++) await Fair.Await(Task.CompletedTask);
                log.Add("went on");
                await Co.YieldAsync();
                log.Add("never");
            });
            await Co.YieldAsync();
            log.Add("kill");
            await fiber.KillAsync();
            Assert.Equal(FiberState.Killed, fiber.State);
        });
        log.ShouldBe("kill went on");
    }

    [Fact]
    public void It_allocates_nothing()
    {
        LoopScheduler loop = new(Virtual.Clock());
        static async Coroutine Work()
        {
            for (int i = 0; i < 10_000; i++) await Fair.Await(Task.CompletedTask);
        }

        loop.Run(Work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(Work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
    }
}

public sealed class FairTestsOnPool : FairTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}
