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
public sealed class CoroutineAttribute : Attribute;
