using System.ComponentModel;

namespace CoGen.CompilerServices;

/// <summary>An asynchronous sequence of LINQ whose values are awaited as by <see cref="FiberAwait{T}"/>. Meant for generated code.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FiberSequence<T>
{
    private readonly IAsyncEnumerable<T> _source;

    internal FiberSequence(IAsyncEnumerable<T> source) => _source = source;

    /// <summary>Begins to enumerate.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetAsyncEnumerator() => new(_source.GetAsyncEnumerator());

    /// <summary>Enumerates the values.</summary>
    public readonly struct Enumerator
    {
        private readonly IAsyncEnumerator<T> _source;

        internal Enumerator(IAsyncEnumerator<T> source) => _source = source;

        /// <summary>The value that was reached last.</summary>
        public T Current => _source.Current;

        /// <summary>Goes to the next value.</summary>
        /// <returns>Whether there is one.</returns>
        public FiberAwait<bool> MoveNextAsync() => new(_source.MoveNextAsync());

        /// <summary>Ends the enumeration.</summary>
        /// <returns>To be awaited at once.</returns>
        public FiberAwait DisposeAsync() => new(_source.DisposeAsync());
    }
}
