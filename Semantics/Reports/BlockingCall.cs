namespace CoGen.Semantics.Reports;

/// <summary>What becomes of a blocking call in a build.</summary>
public enum BlockingCallState
{
    /// <summary>It is swapped for its twin.</summary>
    Patched,

    /// <summary>It runs on another thread, and its fiber waits.</summary>
    Offloaded,

    /// <summary>The user wants it as it is.</summary>
    Excluded,

    /// <summary>It blocks its thread.</summary>
    Blocking,
}

/// <summary>One blocking call of a build.</summary>
/// <param name="Path">The file that it stands in.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Member">What is called: <c>Thread.Sleep</c>.</param>
/// <param name="Caller">The member that it stands in: <c>Cart.Load(int)</c>.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Detail">What it is patched to, or why it is not.</param>
public sealed record BlockingCall(string Path, int Line, int Column, string Member, string Caller, BlockingCallState State, string Detail);
