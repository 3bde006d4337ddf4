using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoGen.Sample.Mods;

/// <summary>What a run tells its parent process: one line of standard output per event.</summary>
internal sealed class RunReport
{
    private readonly ConcurrentDictionary<int, bool> _threads = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Started(Mod mod) => Say($"started {mod.Name}");

    public void Done(Mod mod) => Say($"done {mod.Name}");

    public void Failed(Mod mod, Exception error) => Say($"failed {mod.Name} {error.GetBaseException().Message}");

    /// <summary>The last line: the time, the threads that downloads ran on, and the most memory the process had.</summary>
    public void Finish()
    {
        TimeSpan time = _clock.Elapsed;
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"finished {time.TotalSeconds:0.000} {_threads.Count} {self.PeakWorkingSet64}"));
    }

    private void Say(string line)
    {
        _threads.TryAdd(Environment.CurrentManagedThreadId, true);
        Console.WriteLine(line);
    }
}
