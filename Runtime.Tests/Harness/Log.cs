namespace CoGen.Tests;

/// <summary>What happened, in order.</summary>
internal sealed class Log
{
    private readonly List<string> _entries = [];

    internal void Add(object entry) => _entries.Add(entry.ToString()!);

    internal void ShouldBe(string expected) => Assert.Equal(expected, ToString());

    public override string ToString() => string.Join(' ', _entries);
}
