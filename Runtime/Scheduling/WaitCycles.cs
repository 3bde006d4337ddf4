namespace CoGen;

/// <summary>Finds those who wait for each other in a circle. Each waits for one other at most, so the circles have no fiber in common.</summary>
internal static class WaitCycles
{
    internal static IEnumerable<List<FiberCore>> Find(IEnumerable<FiberCore> waiting, Func<FiberCore, FiberCore?> awaitedBy)
    {
        HashSet<FiberCore> seen = [];
        foreach (FiberCore start in waiting)
        {
            List<FiberCore> path = [];
            FiberCore? at = start;
            while (at is not null && seen.Add(at))
            {
                path.Add(at);
                at = awaitedBy(at);
            }

            if (at is not null && path.IndexOf(at) is var first and >= 0) yield return path[first..];
        }
    }
}
