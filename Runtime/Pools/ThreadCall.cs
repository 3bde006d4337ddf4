using CoGen.CompilerServices;

namespace CoGen;

/// <summary>A plain call with its arguments, to be made on another thread.</summary>
internal interface IThreadCall<T>
{
    T Invoke();
}

internal readonly struct ActionCall(Action action) : IThreadCall<Unit>
{
    public Unit Invoke()
    {
        action();
        return default;
    }
}

internal readonly struct ActionCall<TArg>(Action<TArg> action, TArg arg) : IThreadCall<Unit>
{
    public Unit Invoke()
    {
        action(arg);
        return default;
    }
}

internal readonly struct FunctionCall<T>(Func<T> function) : IThreadCall<T>
{
    public T Invoke() => function();
}

internal readonly struct FunctionCall<TArg, T>(Func<TArg, T> function, TArg arg) : IThreadCall<T>
{
    public T Invoke() => function(arg);
}
