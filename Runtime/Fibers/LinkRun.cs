using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Calls the links of a fiber that has ended, in their order: the next begins when the one before has ended or waits. That is
/// so on a pool, too, and a link that is taken back by the callback of one before is not called.
/// </summary>
internal sealed class LinkRun(FiberCore ended, List<FiberLink> links)
{
    private int _next;

    /// <summary>Sends the next link to the scheduler. Called by one thread at a time, whichever it is.</summary>
    internal void Next()
    {
        while (_next < links.Count)
        {
            FiberLink link = links[_next++];
            if (!link.IsMeant) continue;

            if (link.Inline is not null) new CallFrame(ended, () => Call(link)).Deliver();
            else Spawn(link);
            return;
        }
    }

    private void Spawn(FiberLink link)
    {
        Scheduler scheduler = ended.Scheduler;
        FiberOf<Entry> fiber = FiberOf<Entry>.Create(scheduler, new Entry(() => Begin(link)));
        fiber.Name = $"link of {link.Fiber.Name}";
        fiber.Context = link.Context ?? EmptyContext.Value;
        scheduler.Post(fiber);
    }

    private void Call(FiberLink link)
    {
        try
        {
            if (link.TryTake()) link.Inline!(link.Fiber);
        }
        catch (Exception error)
        {
            ended.Scheduler.Report(link.Fiber, new InvalidOperationException($"An inline link of fiber '{link.Fiber.Name}' has failed.", error));
        }
        finally
        {
            Next();
        }
    }

    private Coroutine Begin(FiberLink link)
    {
        try
        {
            return link.TryTake() ? link.Callback!(link.Fiber) : default;
        }
        finally
        {
            Next();
        }
    }
}
