namespace CoGen.Tests;

/// <summary>What happened, in order.</summary>
internal sealed class Log
{
    private readonly List<string> _entries = [];

    internal void Add(object entry)
    {
        lock (_entries) _entries.Add(entry.ToString()!);
    }

    internal void ShouldBe(string expected) => Assert.Equal(expected, ToString());

    /// <summary>Where fibers run at the same time, all that is known is what has happened.</summary>
    internal void ShouldBeInAnyOrder(string expected)
    {
        lock (_entries) Assert.Equal(expected.Split(' ').Order(), _entries.Order());
    }

    public override string ToString()
    {
        lock (_entries) return string.Join(' ', _entries);
    }
}
