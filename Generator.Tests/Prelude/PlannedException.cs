namespace CoGen.Generator.Tests.Prelude;

/// <summary>What the plan of a run lets a blocking call throw.</summary>
public sealed class PlannedException(int call) : IOException($"call {call} failed");
