namespace CoGen;

/// <summary>A coroutine to be called, with its arguments, kept in the fiber until its first turn without any allocation.</summary>
internal interface IEntry
{
    Coroutine Start();
}

/// <inheritdoc cref="IEntry"/>
internal interface IEntry<T>
{
    Coroutine<T> Start();
}

internal readonly struct Entry(Func<Coroutine> entry) : IEntry
{
    public Coroutine Start() => entry();
}

internal readonly struct Entry<TArg>(Func<TArg, Coroutine> entry, TArg arg) : IEntry
{
    public Coroutine Start() => entry(arg);
}

internal readonly struct Entry<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2) : IEntry
{
    public Coroutine Start() => entry(arg1, arg2);
}

internal readonly struct Entry<T1, T2, T3>(Func<T1, T2, T3, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3) : IEntry
{
    public Coroutine Start() => entry(arg1, arg2, arg3);
}

internal readonly struct Entry<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Coroutine> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) : IEntry
{
    public Coroutine Start() => entry(arg1, arg2, arg3, arg4);
}

internal readonly struct ResultEntry<TResult>(Func<Coroutine<TResult>> entry) : IEntry<TResult>
{
    public Coroutine<TResult> Start() => entry();
}

internal readonly struct ResultEntry<TArg, TResult>(Func<TArg, Coroutine<TResult>> entry, TArg arg) : IEntry<TResult>
{
    public Coroutine<TResult> Start() => entry(arg);
}

internal readonly struct ResultEntry<T1, T2, TResult>(Func<T1, T2, Coroutine<TResult>> entry, T1 arg1, T2 arg2) : IEntry<TResult>
{
    public Coroutine<TResult> Start() => entry(arg1, arg2);
}

internal readonly struct ResultEntry<T1, T2, T3, TResult>(Func<T1, T2, T3, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3) : IEntry<TResult>
{
    public Coroutine<TResult> Start() => entry(arg1, arg2, arg3);
}

internal readonly struct ResultEntry<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, Coroutine<TResult>> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) : IEntry<TResult>
{
    public Coroutine<TResult> Start() => entry(arg1, arg2, arg3, arg4);
}
