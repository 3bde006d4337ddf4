namespace CoGen;

/// <summary>The execution context in which no ambient value is set: what a fiber begins with if the flow was suppressed when it was spawned.</summary>
internal static class EmptyContext
{
    internal static readonly ExecutionContext Value = Capture();

    /// <summary>The library has no member that returns it; a thread that nothing flows to is in it.</summary>
    private static ExecutionContext Capture()
    {
        ExecutionContext? captured = null;
        Thread thread = new(() => captured = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return captured!;
    }
}
