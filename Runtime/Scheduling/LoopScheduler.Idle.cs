namespace CoGen;

public sealed partial class LoopScheduler
{
    /// <summary>Those who wait for the loop to have nothing to do, first come first.</summary>
    private readonly List<IdleWait> _idlers = [];

    internal override void AddIdler(IdleWait wait) => _idlers.Add(wait);

    internal override void RemoveIdler(IdleWait wait) => _idlers.Remove(wait);

    /// <summary>Nothing can run now: ends the waits for that.</summary>
    /// <returns>Whether there were any.</returns>
    private bool EndIdlers(bool mayBePosted) =>
        _idlers.Count > 0 && EndIdlersOf(isDone: !mayBePosted && !_timers.Any(static wait => !wait.IsInBackground));

    private bool EndIdlersOf(bool isDone)
    {
        IdleWait[] ended = [.. _idlers.Where(wait => isDone || !wait.IsForTimersToo)];
        foreach (IdleWait wait in ended)
        {
            _idlers.Remove(wait);
            wait.End(signalled: true);
        }

        return ended.Length > 0;
    }
}
