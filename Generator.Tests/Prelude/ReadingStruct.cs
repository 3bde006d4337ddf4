namespace CoGen.Generator.Tests.Prelude;

/// <summary>A struct that blocks and does not change.</summary>
public readonly struct ReadingStruct(string name)
{
    public int Read() => ProgramRun.Current.Block(name + ".read");

    public Coroutine<int> ReadAsync() => ProgramRun.Current.BlockAsync(name + ".read");
}
