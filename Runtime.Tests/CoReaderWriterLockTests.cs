using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class CoReaderWriterLockTests : Staged
{
    [Fact]
    public void Many_read_or_one_writes()
    {
        CoReaderWriterLock gate = new();
        using (gate.EnterReadScope())
        using (gate.EnterReadScope())
        {
            Assert.Equal(2, gate.CurrentReadCount);
            Assert.False(gate.TryEnterWriteLock());
            Assert.False(gate.TryEnterWriteLock(TimeSpan.Zero));
        }

        Assert.True(gate.IsReady);
        using (gate.EnterWriteScope())
        {
            Assert.True(gate.IsWriteLockHeld);
            Thread other = new(() => Assert.False(gate.TryEnterReadLock()));
            other.Start();
            other.Join();
        }

        Assert.True(gate.TryEnterReadLock());
        gate.ExitReadLock();
    }

    [Fact]
    public void T42_Mistakes_are_the_hosts_own_errors()
    {
        CoReaderWriterLock gate = new();
        Assert.Throws<SynchronizationLockException>(gate.ExitReadLock);
        Assert.Throws<SynchronizationLockException>(gate.ExitWriteLock);
        Assert.Throws<SynchronizationLockException>(gate.Downgrade);
        gate.EnterWriteLock();
        Assert.Throws<LockRecursionException>(() => gate.TryEnterWriteLock());
        Assert.Throws<LockRecursionException>(() => gate.EnterReadLock());
        Thread other = new(() => Assert.Throws<SynchronizationLockException>(gate.ExitWriteLock));
        other.Start();
        other.Join();
        gate.ExitWriteLock();
    }

    [Fact]
    public void Who_comes_while_a_writer_waits_stands_behind_it_and_readers_go_in_together()
    {
        Log log = new();
        Virtual.Run(async () =>
        {
            CoReaderWriterLock gate = new();
            await gate.EnterReadLockAsync();
            Fiber[] all = [Write("w1"), Read("r1"), Read("r2"), Write("w2"), Read("r3")];
            await Co.YieldAsync();
            Assert.False(gate.TryEnterReadLock());
            gate.ExitReadLock();
            await Co.JoinAllAsync(all);

            Fiber Write(string name) => Co.Spawn(async () =>
            {
                using CoReaderWriterLock.Scope scope = await gate.EnterWriteScopeAsync();
                log.Add($"+{name}");
                await Co.SleepAsync(1);
                log.Add($"-{name}");
            });

            Fiber Read(string name) => Co.Spawn(async () =>
            {
                using CoReaderWriterLock.Scope scope = await gate.EnterReadScopeAsync();
                log.Add($"+{name}");
                await Co.SleepAsync(1);
                log.Add($"-{name}");
            });
        });
        log.ShouldBe("+w1 -w1 +r1 +r2 -r1 -r2 +w2 -w2 +r3 -r3");
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_writer_that_gives_up_lets_in_the_readers_behind_it(bool byKill) => Virtual.Run(async () =>
    {
        CoReaderWriterLock gate = new();
        await gate.EnterReadLockAsync();
        Fiber<bool> writer = Co.Spawn(() => gate.TryEnterWriteLockAsync(byKill ? Timeout.InfiniteTimeSpan : Ms(5)));
        Fiber<bool> reader = Co.Spawn(() => gate.TryEnterReadLockAsync(Ms(50)));
        await Co.SleepAsync(1);
        if (byKill) writer.Cancel();
        Assert.True(await reader);
        Assert.Equal(2, gate.CurrentReadCount);
    });

    [Fact]
    public void The_writer_goes_on_reading_with_the_readers_first_in_line() => Virtual.Run(async () =>
    {
        CoReaderWriterLock gate = new();
        await gate.EnterWriteLockAsync();
        Fiber<bool> reader = Co.Spawn(() => gate.TryEnterReadLockAsync(Ms(5)));
        Fiber<bool> writer = Co.Spawn(() => gate.TryEnterWriteLockAsync(Ms(5)));
        await Co.YieldAsync();
        gate.Downgrade();
        Assert.True(await reader);
        Assert.False(await writer);
        Assert.Equal(2, gate.CurrentReadCount);
    });

    [Fact]
    public void The_deadlock_report_names_the_writer_and_the_circle()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Virtual.Run(async () =>
        {
            CoReaderWriterLock gate = new() { Name = "index" };
            Fiber b = default;
            Fiber a = Co.Spawn(async () =>
            {
                await gate.EnterWriteLockAsync();
                await b.JoinAsync();
            }).Named("a");
            b = Co.Spawn(() => gate.EnterReadLockAsync()).Named("b");
            await a;
        }));
        Assert.Contains("'b' waits for CoReaderWriterLock 'index', to read it, written by fiber 'a'", deadlock.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], deadlock.Cycles.Single().Select(fiber => fiber.Name));
    }

    [Fact]
    public void T40_Threads_loops_and_a_hosted_twin_never_write_together()
    {
        const int Turns = 2000;
        CoReaderWriterLock gate = new();
        int writers = 0;
        int readers = 0;
        int written = 0;
        Thread[] threads =
        [
            new(() =>
            {
                for (int i = 0; i < Turns; i++)
                {
                    gate.EnterWriteLock();
                    Write();
                    gate.EnterReadLock();
                    Read();
                }
            }),
            new(() => Co.Run(async () => await Co.JoinAllAsync(Co.Spawn(Both), Co.Spawn(Both)))),
        ];
        foreach (Thread thread in threads) thread.Start();
        Both().AsTask().GetAwaiter().GetResult();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(4 * Turns, written);
        Assert.True(gate.IsReady);

        async Coroutine Both()
        {
            for (int i = 0; i < Turns; i++)
            {
                await gate.EnterWriteLockAsync();
                Write();
                if (await gate.TryEnterWriteLockAsync(TimeSpan.Zero)) gate.ExitWriteLock();
                await gate.EnterReadLockAsync();
                Read();
            }
        }

        void Write()
        {
            Assert.Equal(1, Interlocked.Increment(ref writers));
            Assert.Equal(0, Volatile.Read(ref readers));
            written++;
            Interlocked.Decrement(ref writers);
            gate.ExitWriteLock();
        }

        void Read()
        {
            Interlocked.Increment(ref readers);
            Assert.Equal(0, Volatile.Read(ref writers));
            Interlocked.Decrement(ref readers);
            gate.ExitReadLock();
        }
    }
}
