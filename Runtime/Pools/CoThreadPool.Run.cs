using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class CoThreadPool
{
    /// <summary>
    /// Calls <paramref name="function"/> on a thread of the pool, and waits for it while others go on. On a thread of this pool
    /// already, it simply calls it. eventlet's <c>tpool.execute</c>, gevent's <c>apply</c>.
    /// </summary>
    /// <param name="function">What to call.</param>
    /// <param name="cancellationToken">Ends the wait. A call that has not begun is not made then; one that has goes on, unheard.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the pool was disposed of, before the call had ended.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed of.</exception>
    /// <exception cref="Exception">What the function threw, with the stack it threw it on.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Run(Action function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsOnThread)
        {
            function();
            return;
        }

        using MainTurn turn = MainTurn.Begin("CoThreadPool.Run");
        turn.Wait(RunAsync(function, cancellationToken));
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    public void Run<TArg>(Action<TArg> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsOnThread)
        {
            function(arg);
            return;
        }

        using MainTurn turn = MainTurn.Begin("CoThreadPool.Run");
        turn.Wait(RunAsync(function, arg, cancellationToken));
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<TResult>(Func<TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsOnThread)
        {
            return function();
        }

        using MainTurn turn = MainTurn.Begin("CoThreadPool.Run");
        return turn.Wait(RunAsync(function, cancellationToken));
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<TArg, TResult>(Func<TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsOnThread)
        {
            return function(arg);
        }

        using MainTurn turn = MainTurn.Begin("CoThreadPool.Run");
        return turn.Wait(RunAsync(function, arg, cancellationToken));
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    public Coroutine RunAsync(Action function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CallAsync<ActionCall, Unit>(new ActionCall(function), cancellationToken).WithoutResult();
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    public Coroutine RunAsync<TArg>(Action<TArg> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CallAsync<ActionCall<TArg>, Unit>(new ActionCall<TArg>(function, arg), cancellationToken).WithoutResult();
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public Coroutine<TResult> RunAsync<TResult>(Func<TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CallAsync<FunctionCall<TResult>, TResult>(new FunctionCall<TResult>(function), cancellationToken);
    }

    /// <inheritdoc cref="Run(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public Coroutine<TResult> RunAsync<TArg, TResult>(Func<TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CallAsync<FunctionCall<TArg, TResult>, TResult>(new FunctionCall<TArg, TResult>(function, arg), cancellationToken);
    }

    private async Coroutine<T> CallAsync<TCall, T>(TCall call, CancellationToken cancellationToken)
        where TCall : struct, IThreadCall<T>
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsOnThread) return call.Invoke();

        ThreadJob<TCall, T> job = new(call);
        Enqueue(job, mayWait: false, cancellationToken);
        try
        {
            return await CoTask.GetResultAsync(job.Task);
        }
        catch when (!job.IsOver)
        {
            Drop(job);
            throw;
        }
    }
}
