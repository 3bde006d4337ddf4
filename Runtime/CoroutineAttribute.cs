namespace CoGen;

/// <summary>
/// Gives a blocking method, or the accessors of a property, a coroutine twin: at build time the method <c>R Foo(…)</c> gains a sibling
/// <c>Coroutine&lt;R&gt; FooAsync(…)</c> in which every blocking call is a scheduler yield.
/// </summary>
/// <remarks>
/// The containing type and all types around it must be <see langword="partial"/>. The tagged method itself stays as it
/// is: called from ordinary code it still blocks. Callers that are tagged too, and <see cref="Co.Run(Action)"/>,
/// <see cref="Co.Spawn(Action)"/> and their kin, reach the twin.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class CoroutineAttribute : Attribute
{
    /// <summary>
    /// The name of the twin. By default it is <c>FooAsync</c>; or <c>FooCoroutine</c>, where a hand-written <c>FooAsync</c> is no twin of the method
    /// and calls could be taken for calls of it.
    /// </summary>
    public string? TwinName { get; init; }

    /// <summary>
    /// <see langword="false"/> leaves the method alone: it gets no twin, calls of it stay as they are in coroutines too, and nothing warns of them.
    /// </summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>
    /// The members whose calls stay as they are in the twin, and of which nothing warns: <c>"Flush"</c>, or <c>"Stream.Flush"</c> for those of one type.
    /// For a single call there is <see cref="Co.Blocking(Action)"/>.
    /// </summary>
    public string[] KeepBlocking { get; init; } = [];
}
