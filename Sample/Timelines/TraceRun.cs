using System.Text.Json;
using CoGen.Sample.Experiment;

namespace CoGen.Sample.Timelines;

/// <summary>Runs the three patched tasks under a trace, and draws a picture of what it says.</summary>
internal static class TraceRun
{
    /// <summary>Writes the trace, and the picture if that is asked for.</summary>
    public static void Run(string path, string? svgPath)
    {
        using (FiberTrace.Start(path))
            Patched.Run();

        Console.WriteLine($"The trace is in {path}: open it at https://ui.perfetto.dev.");
        if (svgPath is null)
            return;

        File.WriteAllText(svgPath, new TracePicture(Read(path)).Draw());
        Console.WriteLine($"The picture is in {svgPath}.");
    }

    /// <summary>The lanes of a trace, from the top down.</summary>
    public static IReadOnlyList<TraceLane> Read(string path)
    {
        using JsonDocument trace = JsonDocument.Parse(File.ReadAllBytes(path));
        SortedDictionary<long, TraceLane> lanes = [];
        foreach (JsonElement e in trace.RootElement.GetProperty("traceEvents").EnumerateArray())
        {
            long id = e.GetProperty("tid").GetInt64();
            string phase = e.GetProperty("ph").GetString()!;
            if (phase == "M")
            {
                if (e.GetProperty("name").GetString() == "thread_name")
                    Lane(id).Name = e.GetProperty("args").GetProperty("name").GetString()!;
                continue;
            }

            double at = e.GetProperty("ts").GetDouble() / 1000;
            if (phase == "B") Lane(id).Turns.Add((at, at));
            else if (phase == "E") Lane(id).Turns[^1] = (Lane(id).Turns[^1].From, at);
            else if (phase == "b") Lane(id).Waits.Add((at, at, e.GetProperty("name").GetString()!));
            else if (phase == "e") Lane(id).Waits[^1] = (Lane(id).Waits[^1].From, at, Lane(id).Waits[^1].For);
        }

        return [.. lanes.Values];

        TraceLane Lane(long id) => lanes.TryGetValue(id, out TraceLane? lane) ? lane : lanes[id] = new TraceLane();
    }
}

/// <summary>What a trace says of one fiber; all times in milliseconds.</summary>
internal sealed class TraceLane
{
    public string Name { get; set; } = "";

    public List<(double From, double To)> Turns { get; } = [];

    public List<(double From, double To, string For)> Waits { get; } = [];
}
