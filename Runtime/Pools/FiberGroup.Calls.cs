namespace CoGen;

// What Apply and Submit have in common: a fiber of the group whose outcome is somebody's result.

public partial class FiberGroup
{
    private async Coroutine CallAsync<TEntry>(TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry => await CallAsync<Call<TEntry>, bool>(new(entry), cancellationToken);

    private async Coroutine<T> CallAsync<TEntry, T>(TEntry entry, CancellationToken cancellationToken)
        where TEntry : struct, IEntry<T>
    {
        RequireFiber("call into a pool");
        cancellationToken.ThrowIfCancellationRequested();
        if (IsInside) return await entry.Start();

        CoGroup call = new();
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static call => ((CoGroup)call!).Cancel(), call);
        Fiber<T> fiber = await SpawnAsync<TEntry, T>(entry, call, cancellationToken);
        try
        {
            await fiber.JoinAsync();
        }
        catch
        {
            using (Co.Shield()) await fiber.KillAsync();
            throw;
        }

        if (fiber.State == FiberState.Killed) cancellationToken.ThrowIfCancellationRequested();
        return fiber.Result;
    }

    private Fiber<T> SubmitCall<TEntry, T>(in TEntry entry, Action<T>? onResult)
        where TEntry : struct, IEntry<T> =>
        TryEnter()
            ? Start<Submission<TEntry, T>, T>(new(this, entry, onResult, isIn: true), null)
            : FiberStart.Now<Submission<TEntry, T>, T>(new(this, entry, onResult, isIn: false));

    private async Coroutine<T> RunAsync<TEntry, T>(TEntry entry, Action<T>? onResult, bool isIn)
        where TEntry : struct, IEntry<T>
    {
        FiberCore self = Carrier.Current.Fiber!;
        if (!isIn)
        {
            await EnterAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
            TakeIn(self, null);
        }

        T result = await entry.Start();
        if (onResult is null) return result;
        try
        {
            onResult(result);
        }
        catch (Exception error)
        {
            self.Scheduler.Report(self.Handle, error);
        }

        return result;
    }

    /// <summary>A call without a result, as one that has one.</summary>
    private readonly struct Call<TEntry>(TEntry entry) : IEntry<bool>
        where TEntry : struct, IEntry
    {
        public async Coroutine<bool> Start()
        {
            await entry.Start();
            return true;
        }
    }

    /// <summary>A call that waits for its slot itself, if need be.</summary>
    private readonly struct Submission<TEntry, T>(FiberGroup group, TEntry entry, Action<T>? onResult, bool isIn) : IEntry<T>
        where TEntry : struct, IEntry<T>
    {
        public Coroutine<T> Start() => group.RunAsync(entry, onResult, isIn);
    }
}
