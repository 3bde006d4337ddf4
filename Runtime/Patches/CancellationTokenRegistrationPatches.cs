namespace CoGen.Patches;

/// <summary>What <see cref="CancellationTokenRegistration.Dispose"/> becomes in a coroutine.</summary>
public static class CancellationTokenRegistrationPatches
{
    /// <inheritdoc cref="CancellationTokenRegistration.Dispose"/>
    /// <param name="registration">The registration.</param>
    /// <remarks>It waits while the callback runs on another thread; not if it is called by the callback.</remarks>
    public static Coroutine DisposeAsync(CancellationTokenRegistration registration) => CoTask.GetResultAsync(registration.DisposeAsync());
}
