namespace CoGen;

/// <summary>Where a fiber stands in its life.</summary>
public enum FiberState
{
    /// <summary>Made by <see cref="Co.Create(Action)"/>, and not started.</summary>
    Unstarted,

    /// <summary>Spawned or started; its body has not begun.</summary>
    Created,

    /// <summary>May run, and waits for its turn.</summary>
    Ready,

    /// <summary>Runs now.</summary>
    Running,

    /// <summary>Waits for something: a timer, another fiber, a task.</summary>
    Waiting,

    /// <summary>Ended normally.</summary>
    Succeeded,

    /// <summary>Ended with an error: see <see cref="Fiber.Exception"/>.</summary>
    Failed,

    /// <summary>Ended because it was killed.</summary>
    Killed,
}
