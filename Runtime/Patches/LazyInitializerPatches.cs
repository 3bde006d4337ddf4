using System.Diagnostics.CodeAnalysis;

namespace CoGen.Patches;

/// <summary>
/// What <see cref="LazyInitializer"/> becomes in a coroutine, where it takes a lock: a fiber that finds another, or a thread, making the value
/// waits without its thread.
/// </summary>
public static class LazyInitializerPatches
{
    /// <inheritdoc cref="LazyInitializer.EnsureInitialized{T}(ref T, ref bool, ref object)"/>
    public static async Coroutine<T> EnsureInitializedAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
        Ref<T> target, Ref<bool> initialized, Ref<object?> syncLock)
    {
        if (Volatile.Read(ref initialized.Target)) return target.Value;
        using (await CoMonitor.EnterBrieflyAsync(Lock(syncLock))) return LazyInitializer.EnsureInitialized(ref target.Target!, ref initialized.Target, ref syncLock.Target);
    }

    /// <inheritdoc cref="LazyInitializer.EnsureInitialized{T}(ref T, ref bool, ref object, Func{T})"/>
    public static async Coroutine<T> EnsureInitializedAsync<T>(Ref<T> target, Ref<bool> initialized, Ref<object?> syncLock, Func<T> valueFactory)
    {
        if (Volatile.Read(ref initialized.Target)) return target.Value;
        using (await CoMonitor.EnterBrieflyAsync(Lock(syncLock))) return LazyInitializer.EnsureInitialized(ref target.Target!, ref initialized.Target, ref syncLock.Target, valueFactory);
    }

    /// <inheritdoc cref="LazyInitializer.EnsureInitialized{T}(ref T, ref object, Func{T})"/>
    public static async Coroutine<T> EnsureInitializedAsync<T>(Ref<T?> target, Ref<object?> syncLock, Func<T> valueFactory)
        where T : class
    {
        if (Volatile.Read(ref target.Target) is { } made) return made;
        using (await CoMonitor.EnterBrieflyAsync(Lock(syncLock))) return LazyInitializer.EnsureInitialized(ref target.Target, ref syncLock.Target, valueFactory);
    }

    private static object Lock(Ref<object?> syncLock) => LazyInitializer.EnsureInitialized(ref syncLock.Target, static () => new object());
}
