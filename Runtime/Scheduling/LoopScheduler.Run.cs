using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>Runs <paramref name="entry"/> in a fiber of this loop, on the calling thread, until it has ended.</summary>
    /// <exception cref="InvalidOperationException">Another thread runs this loop.</exception>
    /// <inheritdoc cref="Co.Run(Action)"/>
    public void Run([CoroutineEntry] Action entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run(Action)"/>
    [OverloadResolutionPriority(1)]
    public void Run(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = new(this);
        visit.Turn.Wait(Co.RunAsync(entry));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public TResult Run<TResult>([CoroutineEntry] Func<TResult> entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run{TResult}(Func{TResult})"/>
    [OverloadResolutionPriority(1)]
    public TResult Run<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using Visit visit = new(this);
        return visit.Turn.Wait(Co.RunAsync(entry));
    }

    /// <summary>The time a thread runs a loop that is not its own.</summary>
    private readonly ref struct Visit
    {
        private readonly LoopScheduler _loop;
        private readonly Carrier? _owner;

        internal readonly MainTurn Turn;

        internal Visit(LoopScheduler loop)
        {
            Carrier carrier = Carrier.Current;
            if (carrier.Fiber is { } fiber) throw BlockingCallException.Create("LoopScheduler.Run", fiber.Name);

            _owner = Interlocked.CompareExchange(ref loop._carrier, carrier, null);
            if (_owner is not null && _owner != carrier) throw new InvalidOperationException("Another thread runs this loop.");

            _loop = loop;
            Turn = MainTurn.Enter(carrier, loop);
        }

        public void Dispose()
        {
            Turn.Dispose();
            if (_owner is null) Volatile.Write(ref _loop._carrier, null);
        }
    }
}
