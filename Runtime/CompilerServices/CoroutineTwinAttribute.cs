namespace CoGen.CompilerServices;

/// <summary>Put by the generator on each twin it writes, so that tools and the run-time resolver know it from hand-written code.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CoroutineTwinAttribute : Attribute
{
    /// <summary>
    /// Whether the twin only calls the original, virtually. Such a twin must not be called by way of <see langword="base"/>: it would
    /// come back to the override that called it.
    /// </summary>
    public bool CallsOriginal { get; init; }
}
