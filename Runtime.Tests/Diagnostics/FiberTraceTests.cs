using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoGen.Tests.Diagnostics;

[Collection(nameof(FiberTreeTests.ProcessWide))]
public class FiberTraceTests
{
    [Fact]
    public void A_trace_has_a_lane_for_each_fiber_with_turns_waits_and_spawns()
    {
        LoopScheduler loop = new(Virtual.Clock());
        Fiber[] tasks = new Fiber[3];
        JsonObject[] events = Trace(() => loop.Run(async Coroutine () =>
        {
            for (int i = 0; i < 3; i++) tasks[i] = Co.Spawn(Task).Named("ABC"[i].ToString());
            foreach (Fiber task in tasks) await task;
        }));

        // The required fields.
        Assert.All(events, e => Assert.NotNull(e["ph"]));
        Assert.All(events, e => Assert.True(e["pid"] is not null && e["tid"] is not null));
        Assert.All(events.Where(e => Phase(e) != "M"), e => Assert.True(e["ts"]!.GetValue<double>() >= 0));
        Assert.All(events, e => Assert.NotNull(e["name"]));

        foreach (Fiber task in tasks)
        {
            JsonObject[] lane = [.. events.Where(e => e["tid"]!.GetValue<long>() == task.Id)];
            Assert.Contains(lane, e => Phase(e) == "M" && Name(e) == "thread_name" && e["args"]!["name"]!.GetValue<string>() == task.Name);

            // Turns are balanced and do not overlap; times never go back.
            Assert.Equal("BEBEBEBE", string.Concat(lane.Select(Phase).Where(phase => phase is "B" or "E")));
            double[] times = [.. lane.Where(e => e["ts"] is not null).Select(e => e["ts"]!.GetValue<double>())];
            Assert.Equal(times.Order(), times);

            // Three sleeps of a second of virtual time, each a stretch of its own.
            JsonObject[] waits = [.. lane.Where(e => Phase(e) is "b" or "e")];
            Assert.Equal("bebebe", string.Concat(waits.Select(Phase)));
            Assert.All(waits, e => Assert.Equal("Sleep", Name(e)));
            Assert.Equal([0, 1e6, 1e6, 2e6, 2e6, 3e6], waits.Select(e => e["ts"]!.GetValue<double>()));

            // An arrow from the spawner's turn to the first one.
            JsonObject[] flow = [.. events.Where(e => Phase(e) is "s" or "f" && e["id"]!.GetValue<long>() == task.Id)];
            Assert.Equal(["s", "f"], flow.Select(Phase));
            Assert.Equal((task.Id, "e"), (flow[1]["tid"]!.GetValue<long>(), flow[1]["bp"]!.GetValue<string>()));
        }

        Assert.Contains(events, e => Name(e) == "process_name" && e["args"]!["name"]!.GetValue<string>().StartsWith("LoopScheduler", StringComparison.Ordinal));

        static async Coroutine Task()
        {
            for (int i = 0; i < 3; i++) await Co.SleepAsync(1000);
        }
    }

    [Fact]
    public void What_is_still_on_when_the_trace_ends_is_closed_and_what_began_before_is_left_out()
    {
        LoopScheduler loop = new(Virtual.Clock());
        using MemoryStream stream = new();
        loop.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(10)).Named("quote \" and \\");
            using (FiberTrace.Start(stream))
            {
                Co.Spawn(async Coroutine () => Co.Current!.Value.Named("renamed within its turn"));
                await Co.SleepAsync(1);
            }

            await fiber;
        });
        JsonObject[] events = Events(stream);
        foreach (IGrouping<long, JsonObject> lane in events.GroupBy(e => e["tid"]!.GetValue<long>()))
        {
            Assert.Equal(lane.Where(e => Phase(e) == "B").Select(Name), lane.Where(e => Phase(e) == "E").Select(Name));
            Assert.Equal(lane.Count(e => Phase(e) == "b"), lane.Count(e => Phase(e) == "e"));
        }
    }

    [Fact]
    public void On_a_pool_each_lane_is_in_order_too()
    {
        PoolScheduler pool = new();
        JsonObject[] events = Trace(() => pool.Run(async Coroutine () =>
        {
            Fiber[] fibers = [.. Enumerable.Range(0, 20).Select(_ => Co.Spawn(async Coroutine () =>
            {
                for (int i = 0; i < 20; i++) await Co.YieldAsync();
            }))];
            foreach (Fiber fiber in fibers) await fiber;
        }));
        int lanes = 0;
        foreach (IGrouping<long, JsonObject> lane in events.Where(e => Phase(e) is "B" or "E").GroupBy(e => e["tid"]!.GetValue<long>()))
        {
            lanes++;
            string phases = string.Concat(lane.Select(Phase));
            Assert.Equal(string.Concat(Enumerable.Repeat("BE", phases.Length / 2)), phases);
            double[] times = [.. lane.Select(e => e["ts"]!.GetValue<double>())];
            Assert.Equal(times.Order(), times);
        }

        Assert.True(lanes >= 20);
    }

    private static JsonObject[] Trace(Action run)
    {
        using MemoryStream stream = new();
        using (FiberTrace.Start(stream)) run();
        return Events(stream);
    }

    private static JsonObject[] Events(MemoryStream stream)
    {
        JsonNode root = JsonNode.Parse(stream.ToArray())!;
        Assert.Equal(JsonValueKind.Array, root["traceEvents"]!.GetValueKind());
        return [.. root["traceEvents"]!.AsArray().Select(e => e!.AsObject())];
    }

    private static string Phase(JsonObject e) => e["ph"]!.GetValue<string>();

    private static string? Name(JsonObject e) => e["name"]?.GetValue<string>();
}
