using System.Runtime.CompilerServices;

namespace CoGen.Patches;

/// <summary>
/// What <see cref="Lazy{T}.Value"/> becomes in a coroutine: while a fiber of any scheduler makes the value, others that ask for it wait, and their
/// threads do something else.
/// </summary>
/// <remarks>The factory runs where the fiber runs, as it is written. Only if a thread's plain code is making the value does the fiber's thread wait for it.</remarks>
public static class LazyPatches
{
    private static readonly ConditionalWeakTable<object, CoLock> s_makers = [];

    /// <inheritdoc cref="Lazy{T}.Value"/>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="lazy">What has the value.</param>
    /// <returns>The value.</returns>
    public static Coroutine<T> ValueAsync<T>(Lazy<T> lazy) => lazy.IsValueCreated ? new Coroutine<T>(lazy.Value) : MakeAsync(lazy);

    private static async Coroutine<T> MakeAsync<T>(Lazy<T> lazy)
    {
        CoLock maker = s_makers.GetValue(lazy, static lazy => new CoLock { StandsFor = "the value of a Lazy" });
        using (await maker.EnterScopeAsync()) return lazy.Value;
    }
}
