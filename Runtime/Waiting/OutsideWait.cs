namespace CoGen;

/// <summary>A fiber's wait for an <see cref="OutsideEvent"/>. Its value: whether that came.</summary>
internal sealed class OutsideWait : WaitFrame
{
    private OutsideEvent? _event;

    /// <summary>Whether it waits on, come what may.</summary>
    private bool _isStubborn;

    /// <summary>Begins the event and the wait for it.</summary>
    /// <param name="awaited">What is waited for, which has not begun.</param>
    /// <param name="timeout">How long, by the scheduler's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isStubborn">Whether neither a kill nor a timeout ends the wait.</param>
    internal static Coroutine<bool> Begin(OutsideEvent awaited, TimeSpan timeout, CancellationToken cancellationToken = default, bool isStubborn = false)
    {
        OutsideWait wait = Rent(isStubborn);
        wait._event = awaited;
        wait._isStubborn = isStubborn;
        wait.ExpectFromOutside();
        try
        {
            awaited.Start(wait);
        }
        catch
        {
            wait.Release();
            wait.Recycle();
            throw;
        }

        wait.Limit(timeout, cancellationToken);
        return new Coroutine<bool>(wait);
    }

    private static OutsideWait Rent(bool despiteKill)
    {
        if (Carrier.Current.Fiber is not { } fiber) return new OutsideWait();

        if (!despiteKill) fiber.ThrowIfKilled();
        OutsideWait wait = (OutsideWait?)fiber.Pools.Of<OutsideWait>().TryRent() ?? new OutsideWait();
        wait.Enter(fiber);
        return wait;
    }

    internal override string Describe() => _event!.Describe();

    private protected override bool TryWithdraw() => !_isStubborn && _event!.TryWithdraw();

    private protected override void Recycle()
    {
        if (Fiber is null) return;
        _event = null;
        Retire<OutsideWait>();
    }
}
