namespace CoGen.Generator.Tests.Prelude;

/// <summary>Something to read from, that blocks. Its twins are those of a library that knows CoGen.</summary>
public class Source(string name = "source") : IDisposable
{
    public string Name { get; } = name;

    /// <summary>How often it was read from.</summary>
    public int Count { get; private set; }

    public int Field;

    /// <summary>The next number: 1, 2, 3 …</summary>
    public int Read()
    {
        ProgramRun.Current.Block(Name + ".read");
        return ++Count;
    }

    public async Coroutine<int> ReadAsync()
    {
        await ProgramRun.Current.BlockAsync(Name + ".read");
        return ++Count;
    }

    /// <summary>A line; null after the second.</summary>
    public string? ReadLine()
    {
        ProgramRun.Current.Block(Name + ".line");
        return ++Count <= 2 ? "line " + Count : null;
    }

    public async Coroutine<string?> ReadLineAsync()
    {
        await ProgramRun.Current.BlockAsync(Name + ".line");
        return ++Count <= 2 ? "line " + Count : null;
    }

    public void Write<T>(T value) => ProgramRun.Current.Block($"{Name}.write {ProgramRun.Show(value)}");

    public async Coroutine WriteAsync<T>(T value) => await ProgramRun.Current.BlockAsync($"{Name}.write {ProgramRun.Show(value)}");

    /// <summary>Another source.</summary>
    public Source Open(string child)
    {
        ProgramRun.Current.Block(Name + ".open");
        return new Source(child);
    }

    public async Coroutine<Source> OpenAsync(string child)
    {
        await ProgramRun.Current.BlockAsync(Name + ".open");
        return new Source(child);
    }

    /// <summary>Null for no name.</summary>
    public Source? Find(string? child)
    {
        ProgramRun.Current.Block(Name + ".find");
        return child is null ? null : new Source(child);
    }

    public async Coroutine<Source?> FindAsync(string? child)
    {
        await ProgramRun.Current.BlockAsync(Name + ".find");
        return child is null ? null : new Source(child);
    }

    /// <summary>Writes to the log, and blocks nobody.</summary>
    public void Dispose()
    {
        ProgramRun.Current.Write(Name + ".dispose");
        GC.SuppressFinalize(this);
    }
}
