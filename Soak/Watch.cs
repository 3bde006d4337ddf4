namespace CoGen.Soak;

/// <summary>Ends the process with a report when no fiber has ended for a long time: then a wake-up was lost.</summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;

    internal Watch(World world, string title)
    {
        _thread = new Thread(() => Guard(world, title)) { IsBackground = true, Name = "watch" };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _end.Dispose();
    }

    private void Guard(World world, string title)
    {
        long progress = -1;
        while (progress != world.Progress)
        {
            progress = world.Progress;
            if (_end.Token.WaitHandle.WaitOne(s_patience)) return;
        }

        Console.WriteLine($"{title}: STUCK");
        foreach (string line in world.Unfinished().Concat(world.AllBroken)) Console.WriteLine($"  {line}");
        Environment.Exit(3);
    }
}
