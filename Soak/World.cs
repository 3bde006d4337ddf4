using CoGen.Soak.Acts;

namespace CoGen.Soak;

/// <summary>All that the fibers of one run share.</summary>
internal sealed class World
{
    private static readonly AsyncLocal<long> s_ambient = new();
    private static readonly FiberLocal<Life?> s_local = new();

    private readonly Stage _stage;
    private readonly Act[] _acts;
    private readonly Act[] _actsForAll;
    private readonly List<string> _broken = [];
    private readonly CoThreadPool _threads = new(2);
    private Wave _wave = new(0);
    private long _endedBefore;
    private long _lastNumber;
    private long _childrenSpawned;
    private long _childrenEnded;

    internal World(Stage stage, Outside outside)
    {
        _stage = stage;
        Outside = outside;
        _acts = [.. Enumerable.Range(0, 8).SelectMany(i => CreateActs(i))];
        _actsForAll = [.. _acts.Where(act => act.IsForAll)];
        foreach (Scheduler scheduler in stage.Schedulers) scheduler.FiberFailed += (_, failed) =>
            {
                // What a fiber of a nursery fails with while the nursery ends early is told here.
                if (failed.Error is not ExpectedException) Broken($"fiber '{failed.Fiber.Name}' failed: {failed.Error}");
            };
    }

    /// <summary>What happens again and again, on a thread of its own.</summary>
    internal List<Action> Beats { get; } = [];

    internal Outside Outside { get; }

    internal bool Moves => _stage.Schedulers.Length > 1;

    internal Tally Tally { get; } = new();

    /// <summary>Fibers that were spawned by others.</summary>
    internal long Children => Volatile.Read(ref _childrenSpawned);

    /// <summary>Those of them that have not ended.</summary>
    internal long ChildrenAlive => Volatile.Read(ref _childrenSpawned) - Volatile.Read(ref _childrenEnded);

    /// <summary>How many fibers have ended that are not the children of others.</summary>
    internal long Progress => Volatile.Read(ref _endedBefore) + Volatile.Read(ref _wave).CountEnded();

    internal IReadOnlyList<string> AllBroken
    {
        get
        {
            lock (_broken) return [.. _broken];
        }
    }

    /// <summary>Notes that a law does not hold.</summary>
    internal void Broken(string what)
    {
        lock (_broken) _broken.Add(what);
    }

    /// <summary>A number that was not used before.</summary>
    internal long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Spawns a wave of fibers, and waits for the end of all and of all that these have spawned.</summary>
    internal async Coroutine RunWaveAsync(Life driver, int count)
    {
        Wave wave = new(count);
        for (int i = 0; i < count; i++)
        {
            Life life = new(this, driver.NextSeed());
            wave.Add(life, life.One(_stage.Schedulers).Spawn(LiveAsync, life));
            if (i == 0) Volatile.Write(ref _wave, wave);
            if (i % 64 == 63) await Co.YieldAsync();
        }

        await Co.JoinAllAsync(wave.All);
        foreach (Fiber fiber in wave.All) Tally.Count(fiber, this);
        wave.Forget();
        _endedBefore += count;
    }

    /// <summary>Waits for the end of all that fibers and others have spawned: nobody else is suspended, for some turns.</summary>
    internal async Coroutine EndAsync()
    {
        for (int quiet = 0; quiet < 5; quiet++)
        {
            await Co.SleepAsync(1);
            if (ChildrenAlive > 0 || _stage.Schedulers.Sum(scheduler => scheduler.SuspendedCount) > 1) quiet = 0;
        }
    }

    /// <summary>What a fiber does with its life.</summary>
    internal async Coroutine LiveAsync(Life life)
    {
        long id = NextNumber();
        s_ambient.Value = id;
        s_local.Value = life;
        for (int step = life.Depth == 0 ? life.Next(6) : life.Next(2); step >= 0; step--)
        {
            if (life.Next(40) == 0) Kill(life);
            if (life.Moves && life.Next(3) == 0)
            {
                Tally.Move();
                life.Doing = "moving";
                await Co.SwitchToAsync(life.One(_stage.Schedulers));
            }

            await StepAsync(life);
            if (s_ambient.Value != id || s_local.Value != life) Broken("a fiber has another's ambient state");
        }

        life.Doing = "its end";
    }

    /// <summary>One act, perhaps within limits.</summary>
    internal async Coroutine StepAsync(Life life)
    {
        Act act = life.One(_acts);
        life.Doing = act.Name;
        try
        {
            // Whoever has many ancestors leaves it at that, or the family would never die out.
            if (life.Depth > 1) await life.PauseAsync();
            else await LimitAsync(life, act);
        }
        catch (TimeoutException)
        {
            Tally.TimeOut();
        }
        catch (FiberKilledException) when (life.Next(4) == 0)
        {
            Tally.Survive();
        }
        catch (OperationCanceledException error) when (error is not FiberKilledException)
        {
            Tally.CancelWait();
        }
    }

    /// <summary>An act of asynchronous code outside fibers.</summary>
    internal async Coroutine StepOutsideAsync(Life life)
    {
        try
        {
            await life.One(_actsForAll).DoAsync(life);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            Tally.TimeOut();
        }
    }

    internal Fiber AnyOfWave(Life life)
    {
        ReadOnlySpan<Fiber> fibers = Volatile.Read(ref _wave).Fibers;

        // On a pool the very first may run before it is in the wave.
        if (fibers.IsEmpty) return Co.Current!.Value;
        Fiber fiber = fibers[life.Next(fibers.Length)];
        return fiber == Co.Current ? fibers[0] : fiber;
    }

    /// <summary>Spawns a fiber that is left alone.</summary>
    internal Fiber Spawn(Life parent, Func<Life, Coroutine> entry)
    {
        ExpectEnd();
        return parent.One(_stage.Schedulers).Spawn(LiveAsChildAsync, entry, parent.Child());
    }

    /// <summary>Spawns a fiber that may be killed, even before it begins.</summary>
    internal Fiber SpawnMortal(Life parent, Func<Life, Coroutine> entry)
    {
        ExpectEnd();
        Fiber fiber = parent.One(_stage.Schedulers).Spawn(entry, parent.Child());
        fiber.OnEndInline(_ => MeetEnd());
        return fiber;
    }

    /// <summary>Something has begun that the run is not to end without.</summary>
    internal void ExpectEnd() => Interlocked.Increment(ref _childrenSpawned);

    internal void MeetEnd() => Interlocked.Increment(ref _childrenEnded);

    internal void Check()
    {
        _threads.Dispose();
        foreach (Act act in _acts)
        {
            act.Check(this);
            foreach (Waitable waitable in act.Waitables)
            {
                if (Insight.CountLines(waitable) is not 0 and int left) Broken($"{left} are left in the lines of {waitable}");
            }
        }

        foreach (Scheduler scheduler in _stage.Schedulers) CheckEmpty(scheduler);
        foreach (Fiber fiber in _wave.All)
        {
            if (!fiber.IsFinished) Broken($"{fiber} has not ended");
        }
    }

    internal void CheckEmpty(Scheduler scheduler)
    {
        if (scheduler.SuspendedCount != 0) Broken($"{scheduler.SuspendedCount} fibers are left suspended");
        if (scheduler.TimerCount != 0) Broken($"{scheduler.TimerCount} timers are left armed");
    }

    /// <summary>Who has not ended, by what they are at.</summary>
    internal IEnumerable<string> Unfinished() => _wave.Unfinished().Append($"{ChildrenAlive} children of other fibers, {_stage.Schedulers.Sum(scheduler => scheduler.SuspendedCount)} fibers suspended");

    private void Kill(Life life)
    {
        Fiber victim = AnyOfWave(life);
        if (life.Next(2) == 0) victim.Cancel();
        else Outside.Send(victim.Cancel);
    }

    private async Coroutine LiveAsChildAsync(Func<Life, Coroutine> entry, Life life)
    {
        try
        {
            await entry(life);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException)
        {
        }
        finally
        {
            MeetEnd();
        }
    }

    private static async Coroutine LimitAsync(Life life, Act act)
    {
        switch (life.Next(12))
        {
            case 0:
                using (Co.TimeoutAfter(life.Ms(4))) await act.DoAsync(life);
                break;
            case 1:
                await Co.TryWithTimeoutAsync(life.Ms(4), act.DoAsync, life);
                break;
            case 2:
                using (Co.TimeoutAfter(life.Ms(8)))
                using (Co.TimeoutAfter(life.Ms(4))) await act.DoAsync(life);
                break;
            case 3:
                using (Co.Shield()) await act.DoAsync(life);
                break;
            case 4:
                using (Co.TimeoutAfter(life.Ms(2)))
                using (Co.Shield(life.Ms(4))) await act.DoAsync(life);
                break;
            default:
                await act.DoAsync(life);
                break;
        }
    }

    private IEnumerable<Act> CreateActs(int number) =>
    [
        new PermitAct(isFair: number % 2 == 0),
        new LockAct(),
        new ReadWriteAct(),
        new ConditionAct(),
        new EventAct(this),
        new PingPongAct(),
        new PromiseAct(),
        new BarrierAct(),
        new CountdownAct(),
        new TradeAct<long>(new CoQueue<long>(4), item => item, item => item),
        new TradeAct<long>(new CoStack<long>(4), item => item, item => item),
        new TradeAct<(long Element, int Priority)>(new CoPriorityQueue<long, int>(4), item => (item, (int)item % 4), item => item.Element),
        new TradeAct<long>(new CoChannel<long>(), item => item, item => item),
        new StreamAct(),
        new JoinAct(),
        new LinkAct(),
        new DepthAct(),
        new TransferAct(),
        new NurseryAct(),
        new GreenletAct(),
        new TaskAct(),
        new OnceAct(),
        new GroupAct(),
        new ResourceAct(),
        new ThreadAct(_threads),
        new BlockingAct(),
        new ServerAct(),
    ];
}
