namespace CoGen;

// What is waited for may be given a token of the caller's own: see Co.TokenOr.

internal abstract partial class FiberCore
{
    /// <summary>The token for what is waited for here, joined with <paramref name="caller"/>. Asked for in the fiber's own turn.</summary>
    internal CancellationToken TokenOr(CancellationToken caller) => (Extras.Innermost ?? Extras.RootOf(this)).TokenOr(caller);

    /// <summary>Whether <paramref name="error"/> says that a token was cancelled which is <paramref name="caller"/>'s and this fiber's, and it was the caller's doing.</summary>
    internal static bool IsOfCaller(OperationCanceledException error, CancellationToken caller) =>
        caller.IsCancellationRequested && error.CancellationToken != caller && error.GetType() is { } type &&
        (type == typeof(OperationCanceledException) || type == typeof(TaskCanceledException)) &&
        Carrier.Current.Fiber?._extras?.Innermost?.IsJoined(error.CancellationToken, caller) == true;

    /// <summary>The exception that <paramref name="error"/> would have been had the call been given the caller's token itself.</summary>
    internal static Exception OfCaller(OperationCanceledException error, CancellationToken caller)
    {
        OperationCanceledException own = error is TaskCanceledException
            ? new TaskCanceledException(error.Message, error, caller)
            : new OperationCanceledException(error.Message, error, caller);

        // An interrupt that came at the same time was delivered by this exception.
        for (InterruptScope? scope = Carrier.Current.Fiber?._extras?.Innermost; scope is not null; scope = scope.Outer)
        {
            if (scope.Surrogate == error) scope.Surrogate = own;
        }

        return own;
    }
}
