using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Is told of the life of fibers while it is added to <see cref="Observation"/>. Called in the turn it is about, on the thread that runs that; it
/// must neither wait nor throw.
/// </summary>
internal abstract class FiberObserver
{
    /// <summary>A fiber was spawned by the code that runs now.</summary>
    /// <param name="fiber">The fiber, which is not with its scheduler yet.</param>
    /// <param name="spawner">Who has spawned it; the one that stands for plain code, if that has.</param>
    internal virtual void OnSpawned(FiberCore fiber, FiberCore spawner) { }

    /// <summary>A turn begins.</summary>
    /// <param name="fiber">Whose.</param>
    /// <param name="frame">What the turn goes on with.</param>
    internal virtual void OnTurnBegins(FiberCore fiber, Frame frame) { }

    /// <summary>A turn is over, and the fiber waits, or stands in the queue again.</summary>
    /// <param name="fiber">Whose.</param>
    /// <param name="wait">What the fiber waits for; null if it stands in the queue.</param>
    internal virtual void OnTurnEnds(FiberCore fiber, Frame? wait) { }

    /// <summary>A turn is over, and the fiber has ended. It may be on its way to another life, unless it has extras.</summary>
    /// <param name="fiber">Whose.</param>
    /// <param name="id">The id of the life that has ended.</param>
    internal virtual void OnEnded(FiberCore fiber, long id) { }
}
