using System.Collections;
using System.ComponentModel;

namespace CoGen.CompilerServices;

/// <summary>Makes what the twins of iterators return. Meant for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sequences
{
    /// <summary>The values that a coroutine yields. It is called anew for each enumeration.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="body">The body of the iterator.</param>
    /// <returns>The values.</returns>
    public static CoEnumerable<T> Of<T>(Func<SequenceYielder<T>, Coroutine> body) => new(body);

    /// <summary>One run of a coroutine that yields.</summary>
    /// <inheritdoc cref="Of{T}"/>
    /// <returns>The enumerator.</returns>
    public static CoEnumerable<T>.Enumerator Run<T>(Func<SequenceYielder<T>, Coroutine> body) => new(new SequenceRun<T>(body), default);

    /// <summary>The values of an iterator that has nothing to wait for, or that waits by blocking.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <returns>The same values.</returns>
    public static CoEnumerable<T> Plain<T>(IEnumerable<T> values) => new(values);

    /// <inheritdoc cref="Plain{T}(IEnumerable{T})"/>
    public static CoEnumerable<object?> Plain(IEnumerable values) => new(Untyped(values.GetEnumerator));

    /// <inheritdoc cref="Plain{T}(IEnumerable{T})"/>
    /// <returns>A run through them.</returns>
    public static CoEnumerable<T>.Enumerator Plain<T>(IEnumerator<T> values) => new(values, default);

    /// <inheritdoc cref="Plain{T}(IEnumerator{T})"/>
    public static CoEnumerable<object?>.Enumerator Plain(IEnumerator values) => new(Untyped(() => values).GetEnumerator(), default);

    /// <summary>
    /// The values of a sequence of this library, which has plain code wait by pumping: a run waits for each in its fiber.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The sequence.</param>
    /// <returns>The same values.</returns>
    public static CoEnumerable<T> Awaited<T>(IEnumerable<T> values) => new(async yielder =>
    {
        CoEnumerator<T> run = CoSequence.Enumerate(values, CancellationToken.None);
        try
        {
            while (await run.MoveNextAsync())
            {
                if (await yielder.Return(run.Current)) return;
            }
        }
        finally
        {
            await run.DisposeAsync();
        }
    });

    /// <summary>
    /// The values of ordinary asynchronous code, each of which a run waits for in its fiber: what is done with them stays in the fiber's
    /// turn.
    /// </summary>
    /// <inheritdoc cref="Awaited{T}(IEnumerable{T})"/>
    /// <returns>The same values. A kill cancels the token that they are enumerated with.</returns>
    public static CoEnumerable<T> Awaited<T>(IAsyncEnumerable<T> values) => new(async yielder =>
    {
        await foreach (T value in values.WithCancellation(Co.Token))
        {
            if (await yielder.Return(value)) return;
        }
    });

    /// <summary>Awaits the result of LINQ over a sequence.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="result">The result.</param>
    /// <returns>To be awaited at once.</returns>
    public static FiberAwait<T> InFiber<T>(ValueTask<T> result) => new(result);

    /// <summary>Awaits the values of LINQ over a sequence.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <returns>The same values.</returns>
    public static FiberSequence<T> InFiber<T>(IAsyncEnumerable<T> values) => new(values);

    private static IEnumerable<object?> Untyped(Func<IEnumerator> begin)
    {
        IEnumerator values = begin();
        try
        {
            while (values.MoveNext()) yield return values.Current;
        }
        finally
        {
            (values as IDisposable)?.Dispose();
        }
    }
}
