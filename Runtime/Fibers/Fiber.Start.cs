namespace CoGen;

public readonly partial struct Fiber
{
    /// <summary>
    /// Starts a fiber that <see cref="Co.Create(Action)"/> has made: it gets its first turn as if it were spawned now. Has no
    /// effect on one that was started, killed or spawned.
    /// </summary>
    /// <returns>This fiber.</returns>
    public Fiber Start()
    {
        LiveCore?.Start();
        return this;
    }

    /// <summary>Starts a fiber that <see cref="Co.Create(Action)"/> has made, after <paramref name="delay"/>; gevent's <c>start_later</c>.</summary>
    /// <param name="delay">How long to hold the fiber back.</param>
    /// <inheritdoc cref="Start()"/>
    public Fiber StartAfter(TimeSpan delay)
    {
        delay = Time.Require(delay);
        LiveCore?.StartAfter(delay);
        return this;
    }

    /// <summary>Cancels the fiber if its body has not begun, and lets it go on otherwise; eventlet's <c>cancel</c>. Does not wait.</summary>
    public void CancelStart() => LiveCore?.Order(static fiber => fiber.LiveCore?.CancelStart(), this);

    /// <summary>
    /// Ends this fiber with the life of another, whichever way that ends: it is cancelled then. eventlet's
    /// <c>spawn_after_local</c> does so for fibers that have not begun.
    /// </summary>
    /// <param name="owner">The fiber that this one must not outlive; mostly <see cref="Co.Current"/>.</param>
    /// <returns>This fiber.</returns>
    public Fiber BoundTo(Fiber owner)
    {
        Fiber bound = this;
        FiberLink link = owner.OnEndInline(_ => bound.Cancel());
        OnEndInline(_ => link.Dispose());
        return this;
    }
}
