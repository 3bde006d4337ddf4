using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace CoGen.Tests.Diagnostics;

/// <summary>Events, meters and activities of the whole process, so that no other test may run meanwhile.</summary>
[Collection(nameof(FiberTreeTests.ProcessWide))]
public class TelemetryTests
{
    [Fact]
    public void The_event_source_tells_of_spawns_turns_waits_ends_and_failures()
    {
        using Listener listener = new();
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => { };
        long id = 0;
        long failing = 0;
        loop.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(1)).Named("sleeper");
            Fiber failed = Co.Spawn(async Coroutine () => throw new InvalidOperationException("no luck"));
            (id, failing) = (fiber.Id, failed.Id);
            await fiber;
        });

        Assert.Equal(
            [$"FiberSpawned", $"TurnStart", $"TurnStop", $"FiberWaits Sleep", $"TurnStart", $"TurnStop", $"FiberEnded sleeper Succeeded"],
            listener.Of(id));
        Assert.Contains(listener.Of(failing), text => text.StartsWith("FiberFailed", StringComparison.Ordinal) && text.Contains("no luck"));
    }

    [Fact]
    public void The_meter_tells_how_many_fibers_wait_and_how_many_turns_there_were()
    {
        Dictionary<string, double> measured = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Scheduler.MeterName) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        LoopScheduler loop = new(Virtual.Clock());
        double turns = 0;
        loop.Run(async Coroutine () =>
        {
            listener.Start();
            listener.RecordObservableInstruments();
            (double suspended, double timers, turns) = (measured["cogen.fibers.suspended"], measured["cogen.timers"], measured["cogen.turns"]);
            Fiber[] sleepers = [.. Enumerable.Range(0, 10).Select(_ => Co.Spawn(async Coroutine () => await Co.SleepAsync(100)))];
            Co.Spawn(async Coroutine () =>
            {
                for (int i = 0; i < 1000; i++) await Co.YieldAsync();
            });
            for (int i = 0; i < 100; i++) await Co.YieldAsync();
            listener.RecordObservableInstruments();
            Assert.True(measured["cogen.fibers.suspended"] >= suspended + 10);
            Assert.True(measured["cogen.timers"] >= timers + 10);
            Assert.True(measured["cogen.turns"] > turns);
            foreach (Fiber sleeper in sleepers) await sleeper;
        });
        Assert.True(measured["cogen.loop.lag"] >= 0);
        Assert.Contains("cogen.schedulers", measured.Keys);
        Assert.Contains("cogen.fibers.ready", measured.Keys);
    }

    [Fact]
    public void Each_fiber_is_an_activity_in_that_of_its_spawner_and_its_current_one()
    {
        List<Activity> stopped = [];
        using ActivityListener listener = Listen(stopped.Add);
        LoopScheduler loop = new(Virtual.Clock());
        loop.FiberFailed += (_, _) => { };
        loop.Run(async Coroutine () =>
        {
            Activity? mine = Activity.Current;
            Fiber child = Co.Spawn(async Coroutine () =>
            {
                Assert.Equal(mine, Activity.Current?.Parent);
                await Co.SleepAsync(1);
                Assert.Equal(mine, Activity.Current?.Parent);
                throw new InvalidOperationException("no luck");
            }).Named("child");
            Assert.Equal(mine, Activity.Current);
            await child.JoinAsync();
            Assert.Equal(mine, Activity.Current);
        });
        Assert.Equal(["child"], stopped.Take(1).Select(activity => activity.DisplayName));
        Assert.Equal((ActivityStatusCode.Error, "no luck"), (stopped[0].Status, stopped[0].StatusDescription));
        Assert.Equal(stopped[1], stopped[0].Parent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fibers_of_a_group_are_activities_before_anybody_runs_them(bool onPool)
    {
        using ActivityListener listener = Listen(static _ => { });
        Scheduler scheduler = onPool ? new PoolScheduler(Virtual.Clock()) : new LoopScheduler(Virtual.Clock());
        scheduler.Run(async Coroutine () =>
        {
            Activity? mine = Activity.Current;
            Assert.NotNull(mine);
            CoGroup group = new();
            List<Fiber<Activity?>> fibers = [.. Enumerable.Range(0, 100).Select(_ => group.Spawn(static async Coroutine<Activity?> () =>
            {
                await Co.YieldAsync();
                return Activity.Current;
            }))];
            foreach (Fiber<Activity?> fiber in fibers) Assert.Same(mine, (await fiber)?.Parent);
        });
    }

    private static ActivityListener Listen(Action<Activity> stopped)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == Scheduler.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Listener : EventListener
    {
        private readonly List<(long Fiber, string Text)> _events = [];

        internal string[] Of(long fiber)
        {
            lock (_events) return [.. _events.Where(e => e.Fiber == fiber).Select(e => e.Text)];
        }

        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "CoGen") EnableEvents(source, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs e)
        {
            if (_events is null || e.EventSource.Name != "CoGen" || e.Payload is null) return;
            int at = e.PayloadNames!.IndexOf("fiber");
            IEnumerable<object?> texts = e.Payload.Where(value => value is string);
            lock (_events) _events.Add(((long)e.Payload[at]!, string.Join(' ', texts.Prepend(e.EventName!))));
        }
    }
}
