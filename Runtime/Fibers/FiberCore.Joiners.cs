namespace CoGen;

internal abstract partial class FiberCore
{
    private JoinWait? _firstJoiner;
    private JoinWait? _lastJoiner;

    /// <summary>Those who joined from outside this scheduler.</summary>
    private List<TaskCompletionSource>? _endsTasks;

    internal void EndsTasks(TaskCompletionSource task) => (_endsTasks ??= []).Add(task);

    internal void AddJoiner(JoinWait wait)
    {
        if (_lastJoiner is null) _firstJoiner = wait;
        else _lastJoiner.NextJoiner = wait;
        _lastJoiner = wait;
    }

    internal void RemoveJoiner(JoinWait wait)
    {
        JoinWait? before = null;
        for (JoinWait? at = _firstJoiner; at is not null; before = at, at = at.NextJoiner)
        {
            if (at != wait) continue;

            if (before is null) _firstJoiner = at.NextJoiner;
            else before.NextJoiner = at.NextJoiner;
            if (_lastJoiner == at) _lastJoiner = before;
            at.NextJoiner = null;
            return;
        }
    }

    /// <summary>Wakes those who joined, in the order in which they came.</summary>
    private void WakeJoiners()
    {
        while (_firstJoiner is { } wait)
        {
            _firstJoiner = wait.NextJoiner;
            wait.NextJoiner = null;
            wait.End(signalled: true);
        }

        _lastJoiner = null;
        if (_endsTasks is null) return;
        foreach (TaskCompletionSource task in _endsTasks) task.SetResult();
        _endsTasks = null;
    }
}
