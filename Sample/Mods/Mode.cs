namespace CoGen.Sample.Mods;

/// <summary>How the hundred downloads share the machine.</summary>
internal enum Mode
{
    /// <summary>One by one, on the main thread.</summary>
    Sequential,

    /// <summary>Each on a thread of its own.</summary>
    Threads,

    /// <summary>Each a coroutine, all on the main thread.</summary>
    Coroutines,
}
