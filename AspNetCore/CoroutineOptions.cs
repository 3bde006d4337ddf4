namespace CoGen.AspNetCore;

/// <summary>Where the fibers of a host run: see <see cref="CoroutineServices.AddCoroutines"/>.</summary>
public sealed class CoroutineOptions
{
    /// <summary>Whether they run on one thread of their own, a <see cref="BackgroundLoop"/>, and not on all cores.</summary>
    public bool OnLoop { get; set; }

    /// <summary>Where they run; decides before <see cref="OnLoop"/>. Whoever has made it ends it.</summary>
    public Scheduler? Scheduler { get; set; }
}
