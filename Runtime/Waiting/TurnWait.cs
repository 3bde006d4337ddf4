namespace CoGen;

/// <summary>
/// Lets those go first who are ready. Unlike <see cref="Co.YieldAsync"/> it ends well whatever comes meanwhile: what was done before is
/// done, and a kill is thrown at the next wait.
/// </summary>
internal sealed class TurnWait : WaitFrame
{
    /// <summary>Waits for one turn. Outside any fiber there are no turns to wait for.</summary>
    internal static Coroutine<bool> Begin()
    {
        if (Carrier.Current.Fiber is not { } fiber) return new Coroutine<bool>(true);

        TurnWait wait = (TurnWait?)fiber.Pools.Of<TurnWait>().TryRent() ?? new TurnWait();
        wait.Enter(fiber);
        wait.Rouse(Signalled);
        return new Coroutine<bool>(wait);
    }

    private protected override bool TryWithdraw() => false;

    internal override string Describe() => "its turn";

    private protected override void Recycle() => Retire<TurnWait>();
}
