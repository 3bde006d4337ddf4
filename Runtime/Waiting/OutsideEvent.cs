namespace CoGen;

/// <summary>What a fiber waits for in the world of threads. It comes once, or is called off.</summary>
internal abstract class OutsideEvent
{
    /// <summary>Lets it begin. It is to rouse <paramref name="wait"/> once, on whatever thread.</summary>
    internal abstract void Start(OutsideWait wait);

    /// <summary>Calls it off. Called in the wait's own turn.</summary>
    /// <returns>False if it has come, or cannot be called off at once: then the wait is roused by how that ends.</returns>
    internal abstract bool TryWithdraw();

    /// <summary>What is waited for, in words.</summary>
    internal abstract string Describe();
}
