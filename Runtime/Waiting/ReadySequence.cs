using System.Collections;
using System.ComponentModel;

namespace CoGen;

/// <summary>
/// A number of waitables, each as soon as it is ready: the counterpart of gevent's <c>iwait</c>. Enumerate it once, with
/// <see langword="foreach"/> in plain code and <see langword="await"/> <see langword="foreach"/> in a coroutine; leaving early
/// lets go of the rest.
/// </summary>
public sealed class ReadySequence : IEnumerable<Waitable>
{
    private readonly Waitable[] _all;
    private readonly CancellationToken _cancellationToken;

    internal ReadySequence(Waitable[] all, CancellationToken cancellationToken)
    {
        _all = all;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Begins to watch, in plain code.</summary>
    /// <returns>The enumerator. It waits by pumping the thread's loop.</returns>
    public IEnumerator<Waitable> GetEnumerator() => GetAsyncEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Begins to watch, in a coroutine.</summary>
    /// <param name="cancellationToken">Not used: the sequence was given its token.</param>
    /// <returns>The enumerator.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(_all, _cancellationToken);

    /// <summary>Gives out what is ready.</summary>
    public sealed class Enumerator : IWaitingEnumerator<Waitable>
    {
        private readonly Waitable[] _all;
        private readonly ReadySet _set;
        private readonly CancellationToken _cancellationToken;
        private int _left;

        internal Enumerator(Waitable[] all, CancellationToken cancellationToken)
        {
            _all = all;
            _left = all.Length;
            _set = new ReadySet(all);
            _cancellationToken = cancellationToken;
        }

        /// <summary>What became ready.</summary>
        public Waitable Current { get; private set; } = null!;

        object IEnumerator.Current => Current;

        /// <summary>Waits for the next.</summary>
        /// <returns>False when all have been given out.</returns>
        public bool MoveNext()
        {
            using MainTurn turn = MainTurn.Begin("Co.WaitEach");
            return turn.Wait(MoveNextAsync());
        }

        /// <inheritdoc cref="MoveNext"/>
        public async Coroutine<bool> MoveNextAsync()
        {
            if (_left == 0) return false;
            Current = _all[await _set.NextAsync(Timeout.InfiniteTimeSpan, _cancellationToken)];
            _left--;
            return true;
        }

        /// <summary>Stops watching.</summary>
        /// <returns>A completed coroutine.</returns>
        public Coroutine DisposeAsync()
        {
            Dispose();
            return default;
        }

        /// <summary>Stops watching.</summary>
        public void Dispose() => _set.Close();

        void IEnumerator.Reset() => throw new NotSupportedException("What has been given out is not given out again.");
    }
}
