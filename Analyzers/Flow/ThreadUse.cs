using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>Something of the thread's that is used again after a yield.</summary>
/// <param name="Name">What it is, as the user has written it.</param>
/// <param name="First">Where it was used before.</param>
/// <param name="Across">The yield in between.</param>
/// <param name="Second">Where it is used again.</param>
/// <param name="IsIdentity">Whether it is the thread itself that was asked for.</param>
internal sealed record ThreadUse(string Name, IOperation First, YieldPoint Across, IOperation Second, bool IsIdentity);
