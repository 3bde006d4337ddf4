namespace CoGen;

/// <summary>The calls of one map. They are in its pool, too.</summary>
internal sealed class MapCalls(IProgress<MapProgress>? progress, int? total, Action<Fiber>? onEnded) : FiberGroup
{
    private int _ended;
    private bool _hasFailed;

    /// <summary>Whether a call has ended with an error.</summary>
    internal bool HasFailed => Volatile.Read(ref _hasFailed);

    /// <summary>How many items a source has, if it says so.</summary>
    internal static int? CountOf<T>(IEnumerable<T> source) => source.TryGetNonEnumeratedCount(out int count) ? count : null;

    private protected override void OnEnded(Fiber fiber)
    {
        if (fiber.State != FiberState.Succeeded) Volatile.Write(ref _hasFailed, true);
        onEnded?.Invoke(fiber);
        if (progress is null) return;
        try
        {
            progress.Report(new MapProgress(Interlocked.Increment(ref _ended), total));
        }
        catch (Exception error)
        {
            fiber.LiveCore?.Scheduler.Report(fiber, error);
        }
    }
}
