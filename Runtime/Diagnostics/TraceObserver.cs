using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Writes what fibers do as a trace. Every lane is written by the turns of one fiber, all under a lock.</summary>
internal sealed class TraceObserver(TraceWriter writer) : FiberObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Lane> _lanes = [];
    private readonly Dictionary<int, long> _epochs = [];
    private bool _isFinished;

    internal override void OnSpawned(FiberCore fiber, FiberCore spawner)
    {
        lock (_gate)
        {
            if (_isFinished) return;

            // An arrow begins in a slice: of a fiber that is in a turn.
            if (!_lanes.TryGetValue(spawner.Id, out Lane? from) || from.Turn is null || spawner is MainFiber) return;
            writer.Flow(begins: true, from.Process, spawner.Id, Now(from.Scheduler), fiber.Id);
            LaneOf(fiber).IsSpawned = true;
        }
    }

    internal override void OnTurnBegins(FiberCore fiber, Frame frame)
    {
        if (fiber is MainFiber) return;
        lock (_gate)
        {
            if (_isFinished) return;
            Lane lane = LaneOf(fiber);
            TimeSpan now = Now(lane.Scheduler);
            EndWait(lane, fiber.Id, now);

            // The lane may have begun on another scheduler: it stays in its process.
            if (!lane.IsNamed) Name(lane, fiber);
            lane.Turn = fiber.Name;
            writer.BeginSlice(lane.Process, fiber.Id, now, lane.Turn);
            if (lane.IsSpawned) writer.Flow(begins: false, lane.Process, fiber.Id, now, fiber.Id);
            lane.IsSpawned = false;
        }
    }

    internal override void OnTurnEnds(FiberCore fiber, Frame? wait)
    {
        lock (_gate)
        {
            if (_isFinished || EndTurn(fiber.Id) is not { } lane) return;
            lane.Wait = wait?.Describe() ?? "its turn";
            writer.Wait(begins: true, lane.Process, fiber.Id, Now(lane.Scheduler), lane.Wait);
        }
    }

    internal override void OnEnded(FiberCore fiber, long id)
    {
        lock (_gate)
        {
            if (_isFinished || EndTurn(id) is not { } lane) return;

            // A name may have been given since.
            Fiber handle = new(fiber, id);
            writer.Metadata("thread_name", lane.Process, id, "name", handle.Name);
            _lanes.Remove(id);
        }
    }

    /// <summary>Ends what is still on, and the trace.</summary>
    internal void Finish()
    {
        lock (_gate)
        {
            _isFinished = true;
            foreach ((long id, Lane lane) in _lanes)
            {
                TimeSpan now = Now(lane.Scheduler);
                EndWait(lane, id, now);
                if (lane.Turn is { } turn) writer.EndSlice(lane.Process, id, now, turn);
            }

            writer.Finish();
        }
    }

    private Lane LaneOf(FiberCore fiber)
    {
        if (_lanes.TryGetValue(fiber.Id, out Lane? lane)) return lane;
        lane = new Lane(fiber.Scheduler);
        _lanes.Add(fiber.Id, lane);
        return lane;
    }

    private void Name(Lane lane, FiberCore fiber)
    {
        lane.IsNamed = true;
        writer.Metadata("thread_name", lane.Process, fiber.Id, "name", fiber.Name);
        writer.Metadata("thread_sort_index", lane.Process, fiber.Id, "sort_index", fiber.Id);
    }

    /// <returns>Null if the turn had begun before the trace.</returns>
    private Lane? EndTurn(long id)
    {
        if (!_lanes.TryGetValue(id, out Lane? lane) || lane.Turn is not { } turn) return null;
        writer.EndSlice(lane.Process, id, Now(lane.Scheduler), turn);
        lane.Turn = null;
        return lane;
    }

    private void EndWait(Lane lane, long id, TimeSpan now)
    {
        if (lane.Wait is null) return;
        writer.Wait(begins: false, lane.Process, id, now, lane.Wait);
        lane.Wait = null;
    }

    /// <summary>The time since the trace first saw the scheduler.</summary>
    private TimeSpan Now(Scheduler scheduler)
    {
        if (!_epochs.TryGetValue(scheduler.Number, out long epoch))
        {
            epoch = scheduler.Clock.GetTimestamp();
            _epochs.Add(scheduler.Number, epoch);
            writer.Metadata("process_name", scheduler.Number, 0, "name", scheduler.Label);
        }

        return scheduler.Clock.GetElapsedTime(epoch);
    }

    private sealed class Lane(Scheduler scheduler)
    {
        internal Scheduler Scheduler => scheduler;

        internal int Process => scheduler.Number;

        internal bool IsNamed { get; set; }

        /// <summary>The name that its turn has begun with; null between turns.</summary>
        internal string? Turn { get; set; }

        /// <summary>Whether an arrow leads to the first turn.</summary>
        internal bool IsSpawned { get; set; }

        /// <summary>What the fiber waits for; null if it does not.</summary>
        internal string? Wait { get; set; }
    }
}
