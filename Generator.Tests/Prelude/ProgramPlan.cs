namespace CoGen.Generator.Tests.Prelude;

/// <summary>What befalls the blocking calls of one run.</summary>
/// <param name="Yields">Whether twins let others run, or complete at once.</param>
/// <param name="ThrowAt">The blocking call that throws, counted from 1; 0 for none.</param>
/// <param name="KillAt">The blocking call in which the fiber is killed; 0 for none.</param>
/// <param name="Seed">The order of turns in which the twin runs beside other fibers; 0 for first in, first out, alone.</param>
public sealed record ProgramPlan(bool Yields, int ThrowAt = 0, int KillAt = 0, int Seed = 0);
