using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A sequence whose values come out of plain code, from any depth of calls: the body runs in a <see cref="Greenlet"/> that
/// gives control back with each value. Greenlet's well-known idiom, typed.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// The body gets a <see cref="Yielder{T}"/>, and may hand it on to whatever it calls: also to the body of another, nested
/// generator, which so yields to the consumer of the outer one. It may wait, like all code of a fiber. It runs in the
/// ambient state of its consumer, as an iterator does.
/// </para>
/// <para>
/// As with an iterator of C#, each <see langword="foreach"/> is a run of its own, and begins at its first step; calling
/// <see cref="MoveNext"/> by hand is a run of the object itself. A run that is not consumed to its end must be disposed
/// of, as <see langword="foreach"/> does; otherwise it is reported, see <see cref="Greenlet.UnobservedException"/>.
/// <see langword="foreach"/> pumps the thread's loop, and so is for plain code; in a fiber, call <see cref="MoveNext"/> in a
/// tagged method, or write <see langword="await"/> <see langword="foreach"/>. A run belongs to one fiber.
/// </para>
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public sealed partial class Generator<T>
{
    private readonly Func<Yielder<T>, Coroutine> _body;
    private readonly CancellationToken _token;
    private Yielder<T>? _yielder;
    private Greenlet? _greenlet;

    /// <summary>Who goes on when the next value is asked for: the greenlet of this run, or of a generator nested in it.</summary>
    private Greenlet? _next;

    /// <summary>Whether this object is used for a run, or was.</summary>
    private bool _isTaken;
    private bool _isDone;
    private T? _current;

    /// <summary>Creates a generator, and does not run it.</summary>
    /// <param name="body">What yields the values; a <see cref="CoroutineAttribute">[Coroutine]</see> method runs as its twin.</param>
    public Generator([CoroutineEntry] Action<Yielder<T>> body)
        : this(Twin.Of(body))
    {
    }

    /// <inheritdoc cref="Generator{T}(Action{Yielder{T}})"/>
    public Generator(Func<Yielder<T>, Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
    }

    private Generator(Func<Yielder<T>, Coroutine> body, CancellationToken token)
    {
        _body = body;
        _token = token;
    }

    /// <summary>The value that was yielded last; the default before the first and after the last.</summary>
    public T Current => _current!;

    private bool IsRunning => _yielder?.Consumer is not null;

    private string DebuggerDisplay => _isDone ? "generator: done" : _greenlet is null ? "generator: not begun" : $"generator at {_current}";

    /// <summary>Lets the body run until it yields the next value, or ends.</summary>
    /// <returns>Whether there is a value.</returns>
    /// <exception cref="InvalidOperationException">
    /// The body itself asks for its next value; or the run belongs to another fiber; or another greenlet has switched to the
    /// consumer in place of the generator.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of <see cref="WithCancellation"/> is cancelled.</exception>
    /// <exception cref="BlockingCallException">Called in a fiber, by code that was not rewritten.</exception>
    /// <exception cref="Exception">What the body has thrown. The run is over then.</exception>
    public bool MoveNext()
    {
        using MainTurn turn = MainTurn.Begin("Generator.MoveNext");
        return turn.Wait(MoveNextAsync());
    }

    /// <inheritdoc cref="MoveNext"/>
    public async Coroutine<bool> MoveNextAsync()
    {
        _isTaken = true;
        if (_isDone) return false;
        if (IsRunning) throw new InvalidOperationException("The generator runs already: its body asks for its own next value.");
        _token.ThrowIfCancellationRequested();

        if (_greenlet is { IsActive: true }) _greenlet.RequireHere();
        Greenlet consumer = Greenlet.Current;
        _next ??= Begin();
        if (_greenlet!.Parent != consumer) _greenlet.Parent = consumer;
        _greenlet.ShareContext(consumer);
        _yielder!.Consumer = consumer;
        try
        {
            await _next.SwitchAsync();
            return Take();
        }
        finally
        {
            _yielder.Consumer = null;
            if (_greenlet.IsDead) End();
        }
    }

    /// <summary>
    /// Ends this run: if the body has begun and not ended, its <see langword="finally"/> blocks run, as
    /// <see cref="Greenlet.Dispose"/> says.
    /// </summary>
    /// <inheritdoc cref="Greenlet.Dispose" path="/exception"/>
    public void Dispose()
    {
        _isTaken = true;
        if (_greenlet is { } greenlet && !_isDone) greenlet.Dispose();
        End();
    }

    /// <inheritdoc cref="Dispose"/>
    public async Coroutine DisposeAsync()
    {
        _isTaken = true;
        if (_greenlet is { } greenlet && !_isDone) await greenlet.DisposeAsync();
        End();
    }

    private Greenlet Begin()
    {
        // The body must not refer to the generator, lest it never be noticed that the generator was dropped.
        Func<Yielder<T>, Coroutine> body = _body;
        Yielder<T> yielder = _yielder = new Yielder<T>();
        return _greenlet = new Greenlet(() => body(yielder)) { Name = "generator" };
    }

    private bool Take()
    {
        if (_yielder!.TakeValue(out _current) is { } yielded)
        {
            _next = yielded;
            return true;
        }

        if (_greenlet!.IsDead) return false;
        throw new InvalidOperationException("The generator's consumer got control back, but no value: another greenlet has switched to it.");
    }

    private void End()
    {
        _isDone = true;
        _current = default;
        _next = null;
    }
}
