namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Calls <paramref name="function"/> here and now, blocking as it is written: in a coroutine the calls in it are left alone, and nothing warns of
    /// them. For what is known to be short, or must not be torn apart by a yield.
    /// </summary>
    /// <param name="function">What to call.</param>
    /// <exception cref="Exception">What the function has thrown.</exception>
    /// <remarks>While it blocks, so does every fiber of the same loop. Calls that block for long belong on a <see cref="CoThreadPool"/>.</remarks>
    public static void Blocking(Action function)
    {
        ArgumentNullException.ThrowIfNull(function);
        function();
    }

    /// <inheritdoc cref="Blocking(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the function returns.</returns>
    public static TResult Blocking<TResult>(Func<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function();
    }
}
