namespace CoGen.Semantics.Catalog;

/// <summary>What becomes of the calls that a rule is about.</summary>
public enum PatchAction
{
    /// <summary>Another member of the framework takes its place.</summary>
    Swap,

    /// <summary>A method of ours takes its place, made of such members.</summary>
    Adapt,

    /// <summary>A wait in the scheduler takes its place.</summary>
    Cooperate,

    /// <summary>It runs as it is on another thread, and the fiber waits.</summary>
    Offload,

    /// <summary>It stays: it does not block, or somebody wants it so.</summary>
    Leave,

    /// <summary>It stays and blocks: a warning.</summary>
    Warn,

    /// <summary>It stays and blocks, if only for the operating system or the stream below: an information.</summary>
    Hint,
}
