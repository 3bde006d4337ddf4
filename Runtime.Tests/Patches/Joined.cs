namespace CoGen.Tests.Patches;

/// <summary>Waits for the ends of fibers, none of which may be an error.</summary>
internal static class Joined
{
    internal static Coroutine AllAsync(params Fiber[] fibers) => AllAsync((IEnumerable<Fiber>)fibers);

    internal static async Coroutine AllAsync(IEnumerable<Fiber> fibers)
    {
        foreach (Fiber fiber in fibers.ToArray()) await fiber;
    }
}
