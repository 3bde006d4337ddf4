namespace CoGen.CompilerServices;

/// <summary>The result of what has none, so that one engine serves <see cref="Coroutine"/> and <see cref="Coroutine{T}"/>.</summary>
internal readonly struct Unit;
