namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>What a phrase stands for in a program.</summary>
internal enum PhraseKind
{
    Int,
    Bool,
    Text,

    /// <summary>A sequence of numbers.</summary>
    Items,

    /// <summary>A box, or null.</summary>
    Box,
    Statement,
    Block,

    /// <summary>A statement of an iterator.</summary>
    Yield,
    YieldBlock,

    /// <summary>What a method does: its locals, its statements, and what it says in the end.</summary>
    Code,

    /// <summary>What an iterator does.</summary>
    YieldCode,

    /// <summary>A member of the program, or a type in it.</summary>
    Member,
}
