using System.Collections;
using System.ComponentModel;

namespace CoGen;

/// <summary>
/// Values that may have to be waited for, one after the other. Enumerate them with <see langword="foreach"/> in plain code,
/// where it pumps the thread's loop, and with <see langword="await"/> <see langword="foreach"/> in a coroutine.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class CoSequence<T> : IEnumerable<T>
{
    private protected CoSequence()
    {
    }

    /// <summary>Begins to enumerate, in a coroutine.</summary>
    /// <param name="cancellationToken">Ends the waits of the enumeration.</param>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract CoEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    /// <summary>Begins to enumerate, in plain code.</summary>
    /// <returns>The enumerator. It waits by pumping the thread's loop.</returns>
    public CoEnumerator<T> GetEnumerator() => GetAsyncEnumerator();

    /// <inheritdoc/>
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same values, for ordinary <see langword="async"/> code.</summary>
    /// <returns>The values.</returns>
    public async IAsyncEnumerable<T> AsAsyncEnumerable()
    {
        await foreach (T item in this) yield return item;
    }
}
