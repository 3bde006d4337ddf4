namespace CoGen.Patches;

/// <summary>What the blocking calls of a <see cref="FileSystemWatcher"/> become in a coroutine. Timeouts go by real time.</summary>
public static class FileSystemWatcherPatches
{
    /// <inheritdoc cref="FileSystemWatcher.WaitForChanged(WatcherChangeTypes)"/>
    /// <param name="watcher">The watcher.</param>
    public static Coroutine<WaitForChangedResult> WaitForChangedAsync(FileSystemWatcher watcher, WatcherChangeTypes changeType) =>
        WaitForChangedAsync(watcher, changeType, Timeout.Infinite);

    /// <inheritdoc cref="FileSystemWatcher.WaitForChanged(WatcherChangeTypes, TimeSpan)"/>
    /// <param name="watcher">The watcher.</param>
    public static Coroutine<WaitForChangedResult> WaitForChangedAsync(FileSystemWatcher watcher, WatcherChangeTypes changeType, TimeSpan timeout) =>
        timeout.TotalMilliseconds is < -1 or > int.MaxValue
            ? new Coroutine<WaitForChangedResult>(watcher.WaitForChanged(changeType, timeout))
            : WaitForChangedAsync(watcher, changeType, (int)timeout.TotalMilliseconds);

    /// <inheritdoc cref="FileSystemWatcher.WaitForChanged(WatcherChangeTypes, int)"/>
    /// <param name="watcher">The watcher.</param>
    public static async Coroutine<WaitForChangedResult> WaitForChangedAsync(FileSystemWatcher watcher, WatcherChangeTypes changeType, int timeout)
    {
        if (timeout is < -1 or 0) return watcher.WaitForChanged(changeType, timeout);

        TaskCompletionSource<WaitForChangedResult> changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnChange(object sender, FileSystemEventArgs change)
        {
            if ((change.ChangeType & changeType) == 0) return;
            changed.TrySetResult(new WaitForChangedResult { ChangeType = change.ChangeType, Name = change.Name, OldName = (change as RenamedEventArgs)?.OldName });
        }

        using IoLimit limit = IoLimit.Of(timeout);
        bool wasEnabled = watcher.EnableRaisingEvents;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Changed += OnChange;
        watcher.Renamed += OnChange;
        try
        {
            watcher.EnableRaisingEvents = true;
            return await limit.Await(changed.Task.WaitAsync(limit.Token));
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            return new WaitForChangedResult { TimedOut = true };
        }
        finally
        {
            watcher.EnableRaisingEvents = wasEnabled;
            watcher.Created -= OnChange;
            watcher.Deleted -= OnChange;
            watcher.Changed -= OnChange;
            watcher.Renamed -= OnChange;
        }
    }
}
