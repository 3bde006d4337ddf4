namespace CoGen;

/// <summary>
/// Watches over regions that block loops: one that lasts longer than a moment gets a stand-in for its loop. Nobody is woken for a region that does not.
/// </summary>
internal static class LoopRelief
{
    /// <summary>How long a region may last before its loop is run by another thread.</summary>
    private const int GraceMilliseconds = 1;

    /// <summary>How long the watch goes on without anything to watch over.</summary>
    private const int PatienceMilliseconds = 5000;

    /// <summary>Those that have begun since the last look.</summary>
    private static readonly List<BlockingRegion> s_offers = [];

    private static bool s_isServed;

    internal static void Offer(BlockingRegion region)
    {
        lock (s_offers)
        {
            s_offers.Add(region);
            if (s_isServed)
            {
                if (s_offers.Count == 1) Monitor.Pulse(s_offers);
                return;
            }

            s_isServed = true;
        }

        StandIn.Run(Serve);
    }

    private static void Serve()
    {
        object pause = new();
        while (TakeOffers() is { Length: > 0 } offers)
        {
            lock (pause) Monitor.Wait(pause, GraceMilliseconds);
            foreach (BlockingRegion region in offers)
            {
                if (region.IsOffered) StandIn.Run(region.Relieve);
            }
        }
    }

    /// <returns>None if there were none for long.</returns>
    private static BlockingRegion[] TakeOffers()
    {
        lock (s_offers)
        {
            if (s_offers.Count == 0) Monitor.Wait(s_offers, PatienceMilliseconds);
            BlockingRegion[] offers = [.. s_offers];
            s_offers.Clear();
            s_isServed = offers.Length > 0;
            return offers;
        }
    }
}
