using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoGen.Soak;

/// <summary>One run on one kind of scheduler.</summary>
internal static class Soaking
{
    /// <summary>
    /// How much more memory may be in use in the end than after the first wave: the pools of frames, which each thread has, fill up.
    /// Of a million fibers that is less than the smallest frame for each.
    /// </summary>
    private const long Slack = 48 << 20;

    /// <returns>Whether all laws hold.</returns>
    internal static bool Run(string kind, Options options)
    {
        string title = $"{kind} --seed {options.Seed} --fibers {options.Fibers}";
        long began = Stopwatch.GetTimestamp();
        using Stage stage = Stage.Create(kind);
        World first = Soak(stage, (ulong)options.Seed, title, options with { Fibers = Math.Min(options.Wave, options.Fibers) });
        long before = Memory();
        World world = Soak(stage, (ulong)options.Seed + 1, title, options);
        long after = Memory();
        long living = Life.Count;
        if (living != 0) world.Broken($"{living} lives are still within reach: some frames, waits or timers are alive");
        if (after - before > Slack) world.Broken($"{after - before} bytes more are in use than before");
        string[] broken = [.. first.AllBroken, .. world.AllBroken];
        Console.WriteLine(
            $"{title}: {world.Tally}, {world.Children} children; {living} live frames; {before >> 10} KiB before, {after >> 10} KiB after; {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s: {(broken.Length == 0 ? "sound" : $"{broken.Length} BROKEN")}");
        foreach (string what in broken.Take(20)) Console.WriteLine($"  {what}");
        GC.KeepAlive(stage);
        return broken.Length == 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static World Soak(Stage stage, ulong seed, string title, Options options)
    {
        Outside outside = new(2);
        World world = new(stage, outside);
        using (Watch watch = new(world, title))
        {
            stage.Schedulers[0].Run(async () =>
            {
                Life driver = new(world, seed);
                Outsiders outsiders = new(world, driver.Child(), 2);
                await world.RunWaveAsync(driver, 1);
                outsiders.Start();
                for (int left = options.Fibers - 1; left > 0; left -= options.Wave) await world.RunWaveAsync(driver, Math.Min(left, options.Wave));
                await outsiders.StopAsync();
                await world.EndAsync();
            });
        }

        outside.Dispose();
        world.Check();
        return world;
    }

    private static long Memory()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
