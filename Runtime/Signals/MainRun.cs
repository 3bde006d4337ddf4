using System.Runtime.InteropServices;

namespace CoGen;

/// <summary>One run of a program's root: what signals do to it.</summary>
internal sealed class MainRun : IDisposable
{
    private const int SignalBase = 128;
    private static readonly TimeSpan s_defaultGrace = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _grace;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private Fiber _root;
    private ITimer? _deadline;

    /// <summary>The exit code that the first signal stands for; 0 before it.</summary>
    private int _code;

    private MainRun(TimeSpan grace) => _grace = grace;

    internal static int Run<TEntry>(in TEntry main, TimeSpan? grace)
        where TEntry : struct, IEntry<int>
    {
        using MainRun run = new(Time.Require(grace ?? s_defaultGrace));
        using MainTurn turn = MainTurn.Begin("Co.RunMain");
        Fiber<int> root = FiberStart.On<TEntry, int>(Scheduler.Current, main, isObserved: true);
        run.Begin(root.AsFiber());
        try
        {
            return turn.Wait(root.GetResultAsync());
        }
        catch (FiberKilledException) when (run.Code != 0)
        {
            return run.Code;
        }
        finally
        {
            if (run.Code != 0) turn.Wait(((LoopScheduler)Scheduler.Current).KillAllAsync(run._grace));
            Flush();
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _deadline?.Dispose();
    }

    private int Code => Volatile.Read(ref _code);

    private void Begin(Fiber root)
    {
        _root = root.Named("main");
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, 2)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, 15)));
    }

    private void OnSignal(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        if (Interlocked.CompareExchange(ref _code, SignalBase + number, 0) != 0) ExitNow(SignalBase + number);

        // A callback of the token that fails is no reason to go on.
        _deadline = TimeProvider.System.CreateTimer(static run => ExitNow(((MainRun)run!).Code), this, _grace, Timeout.InfiniteTimeSpan);
        _root.Cancel(new FiberKilledException($"The process was told to end by {context.Signal}."));
    }

    /// <summary>Ends the process whatever it is doing. What is in the console's buffers is written if that does not take long.</summary>
    private static void ExitNow(int code)
    {
        Thread flush = new(Flush) { IsBackground = true };
        flush.Start();
        flush.Join(TimeSpan.FromSeconds(1));
        Environment.Exit(code);
    }

    private static void Flush()
    {
        try
        {
            Console.Out.Flush();
            Console.Error.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // Nobody reads it any more.
        }
    }
}
