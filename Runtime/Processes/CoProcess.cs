using System.Diagnostics;
using CoGen.Patches;

namespace CoGen;

/// <summary>
/// A child process, talked with while other fibers go on: the counterpart of gevent's <c>subprocess.Popen</c>. A <see cref="System.Diagnostics.Process"/> works in
/// coroutines, too; this is for what is easily done wrong with one.
/// </summary>
/// <remarks>
/// Dispose of it: a process that has not ended then is killed, with all that it has started. Timeouts go by real time, as the process does. One
/// fiber at a time may talk with it; <see cref="Kill"/> and what asks may be called from any thread.
/// </remarks>
/// <example>
/// <code>
/// string head = CoProcess.CheckOutput("git", ["rev-parse", "HEAD"]).Trim();
/// </code>
/// </example>
public sealed partial class CoProcess : IDisposable, IAsyncDisposable
{
    private readonly Process _process;

    private CoProcess(Process process) => _process = process;

    /// <summary>The process as .NET knows it.</summary>
    public Process Process => _process;

    /// <summary>The number that the system has given it.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The exit code; on Unix, 128 and the number of the signal for one that a signal has ended.</summary>
    /// <exception cref="InvalidOperationException">It has not ended.</exception>
    public int ExitCode => _process.ExitCode;

    /// <summary>What the process reads: for programs that talk with it as it runs, and not with <see cref="Communicate"/>.</summary>
    /// <exception cref="InvalidOperationException">It was not redirected.</exception>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>What the process writes. Not to be read beside <see cref="Communicate"/>.</summary>
    /// <exception cref="InvalidOperationException">It was not redirected.</exception>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What the process writes about errors. Not to be read beside <see cref="Communicate"/>.</summary>
    /// <exception cref="InvalidOperationException">It was not redirected.</exception>
    public Stream Error => _process.StandardError.BaseStream;

    /// <summary>Starts a program, all three of whose streams are redirected.</summary>
    /// <param name="fileName">The program; found as the shell finds it.</param>
    /// <param name="arguments">Its arguments, each as it is: no shell takes them apart.</param>
    /// <returns>The process.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static CoProcess Start(string fileName, IEnumerable<string>? arguments = null) => Start(new ProcessStartInfo(fileName, arguments ?? [])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });

    /// <summary>Starts a program as it is described; what it says is not redirected stays with this process's own.</summary>
    /// <param name="startInfo">The description.</param>
    /// <inheritdoc cref="Start(string, IEnumerable{string})"/>
    public static CoProcess Start(ProcessStartInfo startInfo)
    {
        ArgumentNullException.ThrowIfNull(startInfo);
        return new CoProcess(Process.Start(startInfo) ?? throw new InvalidOperationException($"'{startInfo.FileName}' is shown by a process that runs already."));
    }

    /// <summary>Waits until the process has ended. What it writes to a redirected stream that nobody reads may keep it from that: see <see cref="Communicate"/>.</summary>
    /// <returns>The exit code.</returns>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public int Wait()
    {
        using MainTurn turn = MainTurn.Begin("CoProcess.Wait");
        return turn.Wait(WaitAsync());
    }

    /// <summary>Waits until the process has ended, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>Whether it has ended.</returns>
    /// <inheritdoc cref="Wait()"/>
    public bool Wait(TimeSpan timeout)
    {
        using MainTurn turn = MainTurn.Begin("CoProcess.Wait");
        return turn.Wait(WaitAsync(timeout));
    }

    /// <inheritdoc cref="Wait()"/>
    public async Coroutine<int> WaitAsync()
    {
        await WaitAsync(Timeout.InfiniteTimeSpan);
        return ExitCode;
    }

    /// <inheritdoc cref="Wait(TimeSpan)"/>
    public Coroutine<bool> WaitAsync(TimeSpan timeout) => EndsWithin(_process.WaitForExitAsync, timeout);

    /// <summary>Kills the process and all that it has started, and does not wait for their end. Has no effect on one that has ended.</summary>
    /// <remarks>What a process has started that has ended itself is not found any more.</remarks>
    public void Kill() => KillTree(_process);

    /// <inheritdoc cref="Kill"/>
    public Coroutine KillAsync() => Offload.RunAsync(_process, KillTree);

    /// <summary>Kills the process, if it has not ended, with all that it has started, and lets go of it.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    /// <summary>Kills the process, if it has not ended, with all that it has started, waits for its end, and lets go of it.</summary>
    /// <returns>What to await.</returns>
    public ValueTask DisposeAsync() => EndAsync().AsValueTask();

    private async Coroutine EndAsync()
    {
        // A clean-up: short, and nothing is to be left behind.
        using (Co.Shield())
        {
            if (!HasExited)
            {
                await KillAsync();
                await WaitAsync();
            }
        }

        _process.Dispose();
    }

    /// <summary>Waits for something of the process, within a time.</summary>
    private static async Coroutine<bool> EndsWithin(Func<CancellationToken, Task> task, TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        using IoLimit limit = IoLimit.Of(timeout == Timeout.InfiniteTimeSpan ? 0 : Math.Max(1, (int)Math.Min(int.MaxValue, Math.Ceiling(timeout.TotalMilliseconds))));
        try
        {
            await limit.Await(task(limit.Token));
            return true;
        }
        catch (OperationCanceledException) when (limit.HasExpired)
        {
            return false;
        }
    }

    private static void KillTree(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
        }
    }
}
