using System.ComponentModel;

namespace CoGen.CompilerServices;

// The overloads that take plain delegates end here. An interceptor has already redirected every call whose argument
// it could see to be a tagged method; what arrives is a delegate that was captured before, or one without a twin.

/// <summary>
/// Finds what to run for a plain delegate: the twin of the method behind it, else the delegate itself, blocking. For libraries with members that take coroutines, as
/// <see cref="Co.Spawn(Action)"/> does: an overload with a <see cref="CoroutineEntryAttribute">[CoroutineEntry]</see> parameter calls the one that takes what this returns.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Twin
{
    /// <summary>Finds what to run for a delegate, once for each method.</summary>
    /// <param name="entry">The delegate.</param>
    /// <returns>What starts the coroutine.</returns>
    public static Func<Coroutine> Of(Action entry) => TwinResolver.Find<Func<Coroutine>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="TArg">The type of the argument.</typeparam>
    public static Func<TArg, Coroutine> Of<TArg>(Action<TArg> entry) => TwinResolver.Find<Func<TArg, Coroutine>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    public static Func<T1, T2, Coroutine> Of<T1, T2>(Action<T1, T2> entry) => TwinResolver.Find<Func<T1, T2, Coroutine>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    public static Func<T1, T2, T3, Coroutine> Of<T1, T2, T3>(Action<T1, T2, T3> entry) => TwinResolver.Find<Func<T1, T2, T3, Coroutine>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    public static Func<T1, T2, T3, T4, Coroutine> Of<T1, T2, T3, T4>(Action<T1, T2, T3, T4> entry) => TwinResolver.Find<Func<T1, T2, T3, T4, Coroutine>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Func<Coroutine<TResult>> Of<TResult>(Func<TResult> entry) => TwinResolver.Find<Func<Coroutine<TResult>>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="TArg">The type of the argument.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Func<TArg, Coroutine<TResult>> Of<TArg, TResult>(Func<TArg, TResult> entry) => TwinResolver.Find<Func<TArg, Coroutine<TResult>>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Func<T1, T2, Coroutine<TResult>> Of<T1, T2, TResult>(Func<T1, T2, TResult> entry) => TwinResolver.Find<Func<T1, T2, Coroutine<TResult>>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Func<T1, T2, T3, Coroutine<TResult>> Of<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> entry) => TwinResolver.Find<Func<T1, T2, T3, Coroutine<TResult>>>(entry) ?? entry.RunPlain;

    /// <inheritdoc cref="Of(Action)"/>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Func<T1, T2, T3, T4, Coroutine<TResult>> Of<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> entry) => TwinResolver.Find<Func<T1, T2, T3, T4, Coroutine<TResult>>>(entry) ?? entry.RunPlain;

    private static Coroutine RunPlain(this Action entry)
    {
        entry();
        return default;
    }

    private static Coroutine RunPlain<TArg>(this Action<TArg> entry, TArg arg)
    {
        entry(arg);
        return default;
    }

    private static Coroutine RunPlain<T1, T2>(this Action<T1, T2> entry, T1 arg1, T2 arg2)
    {
        entry(arg1, arg2);
        return default;
    }

    private static Coroutine RunPlain<T1, T2, T3>(this Action<T1, T2, T3> entry, T1 arg1, T2 arg2, T3 arg3)
    {
        entry(arg1, arg2, arg3);
        return default;
    }

    private static Coroutine RunPlain<T1, T2, T3, T4>(this Action<T1, T2, T3, T4> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        entry(arg1, arg2, arg3, arg4);
        return default;
    }

    private static Coroutine<TResult> RunPlain<TResult>(this Func<TResult> entry) => new(entry());

    private static Coroutine<TResult> RunPlain<TArg, TResult>(this Func<TArg, TResult> entry, TArg arg) => new(entry(arg));

    private static Coroutine<TResult> RunPlain<T1, T2, TResult>(this Func<T1, T2, TResult> entry, T1 arg1, T2 arg2) => new(entry(arg1, arg2));

    private static Coroutine<TResult> RunPlain<T1, T2, T3, TResult>(this Func<T1, T2, T3, TResult> entry, T1 arg1, T2 arg2, T3 arg3) => new(entry(arg1, arg2, arg3));

    private static Coroutine<TResult> RunPlain<T1, T2, T3, T4, TResult>(this Func<T1, T2, T3, T4, TResult> entry, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => new(entry(arg1, arg2, arg3, arg4));
}
