using System.Diagnostics;

namespace CoGen.Patches;

/// <summary>What the blocking calls of a <see cref="Process"/> become in a coroutine.</summary>
/// <remarks>
/// They wait for the process by an object of their own: <see cref="Process.EnableRaisingEvents"/> stays as it is, and no event is raised that the program has not asked for.
/// Timeouts go by real time, as the process does.
/// </remarks>
public static class ProcessPatches
{
    /// <inheritdoc cref="Process.WaitForExit()"/>
    /// <param name="process">The process.</param>
    public static async Coroutine WaitForExitAsync(Process process)
    {
        await AwaitExitAsync(process, Timeout.Infinite);
        if (IsRedirected(process)) await Offload.RunAsync(process, static process => process.WaitForExit());
        else process.WaitForExit();
    }

    /// <inheritdoc cref="Process.WaitForExit(int)"/>
    /// <param name="process">The process.</param>
    public static async Coroutine<bool> WaitForExitAsync(Process process, int milliseconds)
    {
        if (milliseconds == Timeout.Infinite)
        {
            await WaitForExitAsync(process);
            return true;
        }

        if (milliseconds > 0) await AwaitExitAsync(process, milliseconds);

        // The original settles what has happened.
        return process.WaitForExit(Math.Min(milliseconds, 0));
    }

    /// <inheritdoc cref="Process.WaitForExit(TimeSpan)"/>
    /// <param name="process">The process.</param>
    public static Coroutine<bool> WaitForExitAsync(Process process, TimeSpan timeout) =>
        timeout.TotalMilliseconds is < -1 or > int.MaxValue
            ? new Coroutine<bool>(process.WaitForExit(timeout))
            : WaitForExitAsync(process, (int)timeout.TotalMilliseconds);

    /// <summary>Waits for the exit, but not for what the process has written.</summary>
    private static async Coroutine AwaitExitAsync(Process process, int milliseconds)
    {
        if (process.WaitForExit(0)) return;
        using IoLimit limit = IoLimit.Of(milliseconds);
        try
        {
            using Process watcher = Process.GetProcessById(process.Id);

            // HasExited would raise the event.
            if (!process.WaitForExit(0)) await limit.Await(watcher.WaitForExitAsync(limit.Token));
        }
        catch (ArgumentException)
        {
            // There is none of that id any more.
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            // Whether it was in time is asked for by the caller.
        }
    }

    /// <summary>Whether there may be output that the program has its events for, and whose end is to be waited for.</summary>
    private static bool IsRedirected(Process process)
    {
        try
        {
            return process.StartInfo.RedirectStandardOutput || process.StartInfo.RedirectStandardError;
        }
        catch (InvalidOperationException)
        {
            // Somebody else has started it.
            return false;
        }
    }
}
