namespace CoGen.Generator.Tests.Prelude;

/// <summary>
/// The calls that programs block in, and their twins. Each writes that it began and that it ended, so that a log shows
/// what ran in between. Programs see them by <c>using static</c>.
/// </summary>
public static class Blocking
{
    /// <summary>A side effect: blocks nobody.</summary>
    public static void Log(object? value) => ProgramRun.Current.Write(ProgramRun.Show(value));

    public static void Pause(string name) => ProgramRun.Current.Block(name);

    public static async Coroutine PauseAsync(string name) => await ProgramRun.Current.BlockAsync(name);

    /// <summary>Which blocking call of the run it is, counted from 1.</summary>
    public static int Step(string name) => ProgramRun.Current.Block(name);

    public static Coroutine<int> StepAsync(string name) => ProgramRun.Current.BlockAsync(name);

    /// <summary>What it was given.</summary>
    public static T Get<T>(T value) => Get(ProgramRun.Show(value), value);

    public static Coroutine<T> GetAsync<T>(T value) => GetAsync(ProgramRun.Show(value), value);

    public static T Get<T>(string name, T value)
    {
        ProgramRun.Current.Block(name);
        return value;
    }

    public static async Coroutine<T> GetAsync<T>(string name, T value)
    {
        await ProgramRun.Current.BlockAsync(name);
        return value;
    }

    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void Fail(string message) => Fail<int>(message);

    public static async Coroutine FailAsync(string message) => await FailAsync<int>(message);

    /// <exception cref="InvalidOperationException">Always.</exception>
    public static T Fail<T>(string message)
    {
        ProgramRun.Current.Block("fail");
        throw new InvalidOperationException(message);
    }

    public static async Coroutine<T> FailAsync<T>(string message)
    {
        await ProgramRun.Current.BlockAsync("fail");
        throw new InvalidOperationException(message);
    }

    /// <summary>Optional parameters.</summary>
    public static int Add(int a, int b = 10, int c = 100) => Get("add", a + b + c);

    public static Coroutine<int> AddAsync(int a, int b = 10, int c = 100) => GetAsync("add", a + b + c);

    /// <summary>A parameter array.</summary>
    public static string Join(string first, params string[] more) => Get("join", first + ":" + string.Join(',', more));

    public static Coroutine<string> JoinAsync(string first, params string[] more) => GetAsync("join", first + ":" + string.Join(',', more));

    /// <summary>Fills a span with 1, 2, 3 …</summary>
    public static int Fill(Span<byte> buffer)
    {
        ProgramRun.Current.Block("fill");
        for (int i = 0; i < buffer.Length; i++) buffer[i] = (byte)(i + 1);
        return buffer.Length;
    }

    public static async Coroutine<int> FillAsync(Memory<byte> buffer)
    {
        await ProgramRun.Current.BlockAsync("fill");
        for (int i = 0; i < buffer.Length; i++) buffer.Span[i] = (byte)(i + 1);
        return buffer.Length;
    }

    public static int Sum(ReadOnlySpan<byte> buffer)
    {
        ProgramRun.Current.Block("sum");
        int sum = 0;
        foreach (byte b in buffer) sum += b;
        return sum;
    }

    public static async Coroutine<int> SumAsync(ReadOnlyMemory<byte> buffer)
    {
        await ProgramRun.Current.BlockAsync("sum");
        int sum = 0;
        foreach (byte b in buffer.Span) sum += b;
        return sum;
    }

    /// <summary>A twin that a library wrote: a task, with a token.</summary>
    public static int Fetch(string name) => ProgramRun.Current.BlockForeign(name);

    public static Task<int> FetchAsync(string name, CancellationToken token = default) => ProgramRun.Current.BlockTaskAsync(name, token);

    /// <summary>An extension method.</summary>
    public static int Twice(this int number) => Get("twice", number * 2);

    public static Coroutine<int> TwiceAsync(this int number) => GetAsync("twice", number * 2);

    /// <summary>A method that takes a delegate, and has a form for one that waits.</summary>
    public static T Call<T>(Func<T> function)
    {
        ProgramRun.Current.Block("call");
        return function();
    }

    public static async Coroutine<T> CallAsync<T>(Func<Coroutine<T>> function)
    {
        await ProgramRun.Current.BlockAsync("call");
        return await function();
    }

    public static void Each<T>(IEnumerable<T> items, Action<T> action)
    {
        foreach (T item in items) action(item);
    }

    public static async Coroutine EachAsync<T>(IEnumerable<T> items, Func<T, Coroutine> action)
    {
        foreach (T item in items) await action(item);
    }
}
