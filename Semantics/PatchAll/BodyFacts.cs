using System.Collections.Immutable;

namespace CoGen.Semantics.PatchAll;

/// <summary>What one body does that could make a coroutine of its method. It holds no symbols, so that it may outlive its compilation.</summary>
/// <param name="Id">The documentation id of the method.</param>
/// <param name="Waits">The first call that is patched whatever else is a coroutine, as one would say it: <c>Thread.Sleep</c>; or null.</param>
/// <param name="Callees">The methods of this compilation that it calls where the call of a twin could stand.</param>
/// <param name="Locks">The locks that it takes.</param>
/// <param name="Delegates">The lambdas that it gives to methods of this compilation.</param>
internal sealed record BodyFacts(
    string Id, string? Waits, ImmutableArray<Callee> Callees, ImmutableArray<LockFacts> Locks, ImmutableArray<DelegateFacts> Delegates);

/// <summary>A method that is called.</summary>
/// <param name="Id">Its documentation id.</param>
/// <param name="Name">What one would call it: <c>Cart.Load</c>.</param>
internal sealed record Callee(string Id, string Name);

/// <summary>A lock and what is done under it.</summary>
/// <param name="Field">The documentation id of the field or property that is locked; null for anything else.</param>
/// <param name="Type">The documentation id of the static type of what is locked.</param>
/// <param name="Waits">Whether there is a call under it that is patched whatever else is a coroutine.</param>
/// <param name="Callees">The ids of the methods that are called under it.</param>
internal sealed record LockFacts(string? Field, string Type, bool Waits, ImmutableArray<string> Callees)
{
    /// <summary>Whether both may be locks of one object, as far as their text tells.</summary>
    public bool MayBe(LockFacts other) => Field is not null && other.Field is not null ? Field == other.Field : Type == other.Type;
}

/// <summary>A lambda that is given to a method of this compilation, which may be one that does nothing with it but call it.</summary>
/// <param name="Taker">The documentation id of that method.</param>
/// <param name="Parameter">The number of the parameter.</param>
/// <param name="Waits">The first call in the lambda that is patched whatever else is a coroutine; or null.</param>
/// <param name="Callees">The methods that the lambda calls.</param>
internal sealed record DelegateFacts(string Taker, int Parameter, string? Waits, ImmutableArray<Callee> Callees);
