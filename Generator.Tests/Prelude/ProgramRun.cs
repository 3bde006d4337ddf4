using System.Collections;
using System.Globalization;

namespace CoGen.Generator.Tests.Prelude;

/// <summary>One run of a program: its log, and what its blocking calls do.</summary>
public sealed class ProgramRun(ProgramPlan plan)
{
    /// <summary>More calls than any program makes: it loops for ever.</summary>
    private const int Limit = 5_000;

    private static readonly AsyncLocal<ProgramRun?> s_current = new();

    private readonly List<string> _log = [];

    // The fiber that blocked last: whoever goes on after a foreign wait is in none.
    private Fiber? _fiber;

    public static ProgramRun Current
    {
        get => s_current.Value ?? throw new InvalidOperationException("No program runs here.");
        set => s_current.Value = value;
    }

    /// <summary>How many blocking calls there were.</summary>
    public int Calls { get; private set; }

    /// <summary>How many of them blocked.</summary>
    public int Blocked { get; private set; }

    public string Log
    {
        get
        {
            lock (_log) return string.Join('\n', _log);
        }
    }

    public void Write(string line)
    {
        lock (_log) _log.Add(line);
    }

    /// <summary>A call that blocks.</summary>
    /// <returns>Which call it is, counted from 1.</returns>
    public int Block(string name) => Block(name, static () => new FiberKilledException());

    /// <summary>A call that blocks in a library that knows nothing of fibers: a kill cancels it.</summary>
    public int BlockForeign(string name) => Block(name, static () => new TaskCanceledException());

    /// <summary>The twin of <see cref="Block(string)"/>.</summary>
    public async Coroutine<int> BlockAsync(string name)
    {
        int call = Begin(name);
        if (call == plan.KillAt)
        {
            KillFromOutside();
            await Co.SleepAsync(Timeout.Infinite);
        }

        if (plan.Yields)
        {
            if (call % 2 == 0) await Co.SleepAsync(1);
            else await Co.YieldAsync();
        }

        if (call == plan.ThrowAt) throw new PlannedException(call);
        Write(name + ")");
        return call;
    }

    /// <summary>The twin of <see cref="BlockForeign"/>.</summary>
    public async Task<int> BlockTaskAsync(string name, CancellationToken token)
    {
        int call = Begin(name);
        if (call == plan.KillAt)
        {
            KillFromOutside();
            await Task.Delay(Timeout.Infinite, token);
        }

        // Not a mere yield: that could be over before others get a turn.
        if (plan.Yields) await Task.Delay(1, CancellationToken.None);
        if (call == plan.ThrowAt) throw new PlannedException(call);
        Write(name + ")");
        return call;
    }

    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        _ => value.ToString() ?? "",
    };

    private int Block(string name, Func<Exception> kill)
    {
        int call = Begin(name);
        Blocked++;
        if (call == plan.ThrowAt) throw new PlannedException(call);
        if (call == plan.KillAt) throw kill();
        Write(name + ")");
        return call;
    }

    // By another fiber, as it happens in life: this one waits by then.
    private void KillFromOutside()
    {
        Fiber victim = _fiber!.Value;
        if (Co.Current is null)
        {
            victim.Cancel();
            return;
        }

        Co.Spawn(() =>
        {
            victim.Cancel();
            return default(Coroutine);
        });
    }

    private int Begin(string name)
    {
        if (++Calls > Limit) throw new InvalidOperationException($"More than {Limit} blocking calls: the program loops for ever.");
        Write(name + "(");
        _fiber = Co.Current ?? _fiber;
        return Calls;
    }
}
