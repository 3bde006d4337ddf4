using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>Calls an entry within a <see cref="TimeoutScope"/> of its own.</summary>
internal static class Limited
{
    internal static async Coroutine RunAsync<TEntry>(TimeSpan timeout, TEntry entry)
        where TEntry : struct, IEntry
    {
        TimeoutScope scope = Begin(timeout);
        try
        {
            await entry.Start();
        }
        catch (OperationCanceledException error) when (scope.Explains(error))
        {
            ExceptionDispatchInfo.Throw(scope.Thrown);
        }
        finally
        {
            scope.Close();
        }
    }

    internal static async Coroutine<T> RunAsync<TEntry, T>(TimeSpan timeout, TEntry entry)
        where TEntry : struct, IEntry<T>
    {
        TimeoutScope scope = Begin(timeout);
        try
        {
            return await entry.Start();
        }
        catch (OperationCanceledException error) when (scope.Explains(error))
        {
            ExceptionDispatchInfo.Throw(scope.Thrown);
            throw;
        }
        finally
        {
            scope.Close();
        }
    }

    internal static async Coroutine<T> RunAsync<TEntry, T>(TimeSpan timeout, TEntry entry, T timeoutValue)
        where TEntry : struct, IEntry<T>
    {
        TimeoutScope scope = Begin(timeout);
        try
        {
            return await entry.Start();
        }
        catch (Exception error) when (scope.Explains(error))
        {
            return timeoutValue;
        }
        finally
        {
            scope.Close();
        }
    }

    internal static async Coroutine<bool> TryAsync<TEntry>(TimeSpan timeout, TEntry entry)
        where TEntry : struct, IEntry
    {
        TimeoutScope scope = Begin(timeout);
        try
        {
            await entry.Start();
            return true;
        }
        catch (Exception error) when (scope.Explains(error))
        {
            return false;
        }
        finally
        {
            scope.Close();
        }
    }

    private static TimeoutScope Begin(TimeSpan timeout)
    {
        TimeoutScope scope = new(timeout);
        if (Carrier.Current.Fiber is null)
        {
            throw new InvalidOperationException("Only a fiber, or plain code, can be interrupted: this is async code outside any fiber.");
        }

        return scope.Start();
    }
}
