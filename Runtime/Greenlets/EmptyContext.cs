namespace CoGen;

/// <summary>The execution context without any values.</summary>
internal static class EmptyContext
{
    internal static readonly ExecutionContext Value = Create();

    /// <summary>It cannot be asked for; but a thread that was started without a context has it.</summary>
    private static ExecutionContext Create()
    {
        ExecutionContext? context = null;
        Thread thread = new(() => context = ExecutionContext.Capture()) { IsBackground = true };
        thread.UnsafeStart();
        thread.Join();
        return context!;
    }
}
