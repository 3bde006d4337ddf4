namespace CoGen.Soak;

/// <summary>Plain threads that do what fibers do: by loops of their own, and as asynchronous code outside all fibers. One beats time.</summary>
internal sealed class Outsiders
{
    private readonly World _world;
    private readonly Thread[] _threads;
    private readonly Thread _beat;
    private readonly CoCountdown _left;
    private volatile bool _isOver;
    private volatile bool _isQuiet;

    internal Outsiders(World world, Life seeds, int count)
    {
        _world = world;
        Life[] lives = [.. Enumerable.Range(0, count).Select(_ => seeds.Child())];
        _left = new CoCountdown(count);
        _threads = [.. lives.Select(life => new Thread(() => Serve(life)) { IsBackground = true })];
        _beat = new Thread(Beat) { IsBackground = true };
        _beat.Start();
    }

    /// <summary>Lets them begin, once there are fibers to meddle with. Time is beaten before: whoever waits for that must not wait for ever.</summary>
    internal void Start()
    {
        foreach (Thread thread in _threads) thread.Start();
    }

    /// <summary>Lets them end what they do: for which they need the schedulers.</summary>
    internal async Coroutine StopAsync()
    {
        _isOver = true;
        await _left.WaitAsync();
        _isQuiet = true;
        _beat.Join();
    }

    private void Serve(Life seeds)
    {
        try
        {
            while (!_isOver)
            {
                Life life = seeds.Child();
                if (life.Next(3) == 0) _world.StepOutsideAsync(life).AsTask().Wait();
                else Co.Run(() => _world.StepAsync(life));
                Thread.Sleep(0);
            }

            Co.WhenIdle();
            _world.CheckEmpty(Scheduler.Current);
        }
        catch (Exception error)
        {
            _world.Broken($"plain code failed: {error}");
        }
        finally
        {
            _left.Signal();
        }
    }

    private void Beat()
    {
        while (!_isQuiet)
        {
            foreach (Action beat in _world.Beats) beat();
            Thread.Sleep(1);
        }
    }
}
