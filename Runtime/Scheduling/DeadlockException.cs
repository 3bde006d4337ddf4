namespace CoGen;

/// <summary>
/// Thrown in the thread that runs a loop when every fiber waits and nothing – no timer, no task, no other thread – can wake
/// one; the counterpart of gevent's <c>LoopExit</c>. The message lists who waits for what. The fibers stay as they are.
/// </summary>
public sealed class DeadlockException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public DeadlockException()
        : this([], [])
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public DeadlockException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public DeadlockException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private DeadlockException(IReadOnlyList<ParkedFiber> parked, IReadOnlyList<IReadOnlyList<ParkedFiber>> cycles)
        : base(Describe(parked, cycles))
    {
        Parked = parked;
        Cycles = cycles;
    }

    /// <summary>Says who waits for what, and who for whom in a circle.</summary>
    /// <param name="outside">The plain code that waits for the scheduler from outside.</param>
    /// <param name="fibers">The fibers that wait; the one that stands for plain code comes out first.</param>
    /// <param name="plainCode">As whom the plain code of a thread waits.</param>
    internal static DeadlockException Of(IReadOnlyList<ParkedFiber> outside, IEnumerable<FiberCore> fibers, Func<Carrier, FiberCore?> plainCode)
    {
        FiberCore[] waiting = [.. fibers.OrderBy(fiber => fiber.Id)];
        return new DeadlockException(
            [.. outside, .. waiting.Select(Parked)],
            [.. WaitCycles.Find(waiting, AwaitedBy).Select(cycle => cycle.ConvertAll(Parked))]);

        static ParkedFiber Parked(FiberCore fiber) => new(fiber.Name, fiber.Leaf?.Describe() ?? "a coroutine");

        FiberCore? AwaitedBy(FiberCore fiber) => (fiber.Leaf as WaitFrame)?.WaitsFor switch
        {
            FiberCore awaited => awaited,
            Carrier carrier => plainCode(carrier),
            _ => null,
        };
    }

    /// <summary>The fibers that wait, with what each waits for. The thread's own plain code is called <c>main</c>.</summary>
    public IReadOnlyList<ParkedFiber> Parked { get; } = [];

    /// <summary>
    /// Those who wait for each other in a circle, by locks and joins: each waits for something that the next one has, or for its
    /// end, and the last waits for the first. Mostly this is the cause, and the rest of <see cref="Parked"/> the effect.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ParkedFiber>> Cycles { get; } = [];

    private static string Describe(IReadOnlyList<ParkedFiber> parked, IReadOnlyList<IReadOnlyList<ParkedFiber>> cycles) =>
        "Blocked for ever: every fiber waits, and no timer, task or other thread is left that could wake one."
        + string.Concat(parked.Select(fiber => $"{Environment.NewLine}  '{fiber.Name}' waits for {fiber.WaitsFor}"))
        + string.Concat(cycles.Select(cycle => $"{Environment.NewLine}In a circle: {string.Join(" -> ", cycle.Append(cycle[0]).Select(fiber => $"'{fiber.Name}'"))}"));
}

/// <summary>A fiber that waits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WaitsFor">What it waits for, in words.</param>
public readonly record struct ParkedFiber(string Name, string WaitsFor);
