using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class CoThreadPool
{
    /// <summary>
    /// Lets a thread of the pool call <paramref name="function"/>, and does not wait for it. If <see cref="Size"/> and
    /// <see cref="Backlog"/> are exhausted, it waits until there is room; on a thread of this pool it never does.
    /// </summary>
    /// <param name="function">What to call.</param>
    /// <param name="cancellationToken">Ends the wait and cancels the task. A call that has not begun is not made then; one that has goes on, unheard.</param>
    /// <returns>A task that ends with the call. In a coroutine its waits are rewritten, too.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was room. The call is not made.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed of.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public Task Spawn(Action function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<ActionCall, Unit> job = new(new ActionCall(function));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        if (job.Admission is null) return job.Task;
        using MainTurn turn = MainTurn.Begin("CoThreadPool.Spawn");
        return turn.Wait(AdmitAsync<Task>(job, job.Task, cancellationToken));
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    public Task Spawn<TArg>(Action<TArg> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<ActionCall<TArg>, Unit> job = new(new ActionCall<TArg>(function, arg));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        if (job.Admission is null) return job.Task;
        using MainTurn turn = MainTurn.Begin("CoThreadPool.Spawn");
        return turn.Wait(AdmitAsync<Task>(job, job.Task, cancellationToken));
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Task<TResult> Spawn<TResult>(Func<TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<FunctionCall<TResult>, TResult> job = new(new FunctionCall<TResult>(function));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        if (job.Admission is null) return job.Task;
        using MainTurn turn = MainTurn.Begin("CoThreadPool.Spawn");
        return turn.Wait(AdmitAsync<Task<TResult>>(job, job.Task, cancellationToken));
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Task<TResult> Spawn<TArg, TResult>(Func<TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<FunctionCall<TArg, TResult>, TResult> job = new(new FunctionCall<TArg, TResult>(function, arg));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        if (job.Admission is null) return job.Task;
        using MainTurn turn = MainTurn.Begin("CoThreadPool.Spawn");
        return turn.Wait(AdmitAsync<Task<TResult>>(job, job.Task, cancellationToken));
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    public Coroutine<Task> SpawnAsync(Action function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<ActionCall, Unit> job = new(new ActionCall(function));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        return job.Admission is null ? new Coroutine<Task>(job.Task) : AdmitAsync<Task>(job, job.Task, cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    public Coroutine<Task> SpawnAsync<TArg>(Action<TArg> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<ActionCall<TArg>, Unit> job = new(new ActionCall<TArg>(function, arg));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        return job.Admission is null ? new Coroutine<Task>(job.Task) : AdmitAsync<Task>(job, job.Task, cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Coroutine<Task<TResult>> SpawnAsync<TResult>(Func<TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<FunctionCall<TResult>, TResult> job = new(new FunctionCall<TResult>(function));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        return job.Admission is null ? new Coroutine<Task<TResult>>(job.Task) : AdmitAsync<Task<TResult>>(job, job.Task, cancellationToken);
    }

    /// <inheritdoc cref="Spawn(Action, CancellationToken)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What it is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public Coroutine<Task<TResult>> SpawnAsync<TArg, TResult>(Func<TArg, TResult> function, TArg arg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        ThreadJob<FunctionCall<TArg, TResult>, TResult> job = new(new FunctionCall<TArg, TResult>(function, arg));
        Enqueue(job, mayWait: !IsOnThread, cancellationToken);
        return job.Admission is null ? new Coroutine<Task<TResult>>(job.Task) : AdmitAsync<Task<TResult>>(job, job.Task, cancellationToken);
    }

    private async Coroutine<TTask> AdmitAsync<TTask>(ThreadJob job, TTask task, CancellationToken cancellationToken)
        where TTask : Task
    {
        try
        {
            await CoTask.GetResultAsync(job.Admission!.Task);
        }
        catch
        {
            Drop(job);
            job.Registration.Unregister();
            throw;
        }

        // What ends the wait may also be that the call is not made.
        if (task.IsCanceled) cancellationToken.ThrowIfCancellationRequested();
        return task;
    }
}
