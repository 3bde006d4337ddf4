namespace CoGen.Soak;

/// <summary>
/// Something that fibers do, with the law that holds when all have done. It may be interrupted at every wait, and its law must
/// not mind. Its waits end surely, whoever else is killed.
/// </summary>
internal abstract class Act
{
    internal string Name => GetType().Name;

    /// <summary>Whether asynchronous code outside fibers may do it, too.</summary>
    internal virtual bool IsForAll => false;

    /// <summary>Everything shared that could be waited for: nobody must be left in its lines.</summary>
    internal virtual IEnumerable<Waitable> Waitables => [];

    internal abstract Coroutine DoAsync(Life life);

    /// <summary>Tells <see cref="World.Broken"/> of what does not hold.</summary>
    internal virtual void Check(World world) { }
}
