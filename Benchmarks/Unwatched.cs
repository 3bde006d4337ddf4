using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using CoGen.Benchmarks.Works;

namespace CoGen.Benchmarks;

/// <summary>
/// What it costs that a program could be watched, while nobody watches: works 1 and 3 with the runtime as it is, and with one that was compiled
/// without the questions (see <c>Watched</c>). Each build runs in processes of its own. Compare the
/// minima: on a shared machine two processors can differ by half, and a process is as fast as the one that it lands on.
/// </summary>
internal static class Unwatched
{
    private const int Rounds = 8;

    internal static void Run(ManualConfig config)
    {
        Job job = Job.Default.WithWarmupCount(5).WithIterationCount(10).WithLaunchCount(Rounds);
        BenchmarkRunner.Run(
            [typeof(Yielding), typeof(SpawnAndJoin)],
            config
                .AddJob(job.WithId("as it is").AsBaseline(), job.WithId("unwatched").WithArguments([new MsBuildArgument("/p:CoGenUnwatched=true")]))
                .AddColumn(StatisticColumn.Min)
                .AddFilter(new SimpleFilter(static work => work.Descriptor.WorkloadMethod.Name == nameof(Yielding.OnCoGen))));
    }
}
