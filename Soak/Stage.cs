namespace CoGen.Soak;

/// <summary>The schedulers of one run.</summary>
internal sealed class Stage : IDisposable
{
    private readonly BackgroundLoop[] _loops = [];

    private Stage(params Scheduler[] schedulers) => Schedulers = schedulers;

    private Stage(BackgroundLoop[] loops, params Scheduler[] others)
        : this([.. loops.Select(loop => loop.Scheduler), .. others]) => _loops = loops;

    internal static string[] Kinds { get; } = ["loop", "pool", "loops"];

    /// <summary>Those on which fibers are spawned. Where there are several, fibers move.</summary>
    internal Scheduler[] Schedulers { get; }

    internal static Stage Create(string kind) => kind switch
    {
        "loop" => new Stage(new LoopScheduler()),
        "pool" => new Stage(new PoolScheduler()),
        _ => new Stage([BackgroundLoop.Start("one"), BackgroundLoop.Start("two"), BackgroundLoop.Start("three")], new PoolScheduler()),
    };

    public void Dispose()
    {
        foreach (BackgroundLoop loop in _loops) loop.Dispose();
    }
}
