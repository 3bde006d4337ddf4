namespace CoGen.CompilerServices;

/// <summary>
/// Marks a delegate parameter whose argument is started as a coroutine. A call that passes a
/// <see cref="CoroutineAttribute">[Coroutine]</see> method there is redirected, at build time, to the overload of the
/// same name that takes the method's twin.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CoroutineEntryAttribute : Attribute;
