using System.Runtime.CompilerServices;

namespace CoGen.Soak.Acts;

/// <summary>Who really blocks holds up no other fiber of its loop, and only one thread at a time runs that.</summary>
internal sealed class BlockingAct : Act
{
    /// <summary>One in so many blocks: each takes a thread.</summary>
    private const int Seldom = 8;
    private readonly ConditionalWeakTable<Scheduler, Turns> _turns = [];

    internal override async Coroutine DoAsync(Life life)
    {
        if (life.Next(Seldom) != 0)
        {
            await life.PauseAsync();
            return;
        }

        // On a pool there is nothing to hand over, and whoever waited there for another fiber would keep its thread from that.
        if (Scheduler.Current is LoopScheduler loop) await BlockAsync(life, _turns.GetOrCreateValue(loop));
        else Thread.Sleep(life.Next(2));
    }

    internal override void Check(World world)
    {
        foreach ((_, Turns turns) in _turns) turns.Check(world);
    }

    private static async Coroutine BlockAsync(Life life, Turns turns)
    {
        Scheduler loop = Scheduler.Current;
        int number = life.Next(100);
        ManualResetEventSlim go = new();
        turns.Count();
        if (life.Next(2) == 0)
        {
            go.Set();
        }
        else
        {
            life.World.Spawn(life, async other =>
            {
                await other.PauseAsync();
                go.Set();
            });
        }

        int result = Co.Blocking(() =>
        {
            go.Wait();
            Thread.Sleep(number % 3);
            return number + 1;
        });
        turns.Count();
        if (result != number + 1 || Scheduler.Current != loop) life.World.Broken("who blocked came back with something else, or elsewhere");
        await life.PauseAsync();
        turns.Count();
    }

    /// <summary>Counts twice, once so that two threads at once would lose some.</summary>
    private sealed class Turns
    {
        private int _plain;
        private int _sure;

        internal void Count()
        {
            int seen = _plain;
            Interlocked.Increment(ref _sure);
            Thread.SpinWait(20);
            _plain = seen + 1;
        }

        internal void Check(World world)
        {
            if (_plain != _sure) world.Broken($"two threads ran one loop: of {_sure} counts {_sure - _plain} were lost");
        }
    }
}
