namespace CoGen.CompilerServices;

/// <summary>Put by the generator on each twin it writes, so that tools and the run-time resolver know it from hand-written code.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CoroutineTwinAttribute : Attribute;
