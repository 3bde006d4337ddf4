namespace CoGen;

/// <summary>Those to be roused once the gate is open again, each for its reason.</summary>
internal struct WakeList
{
    /// <summary>Those who are to try.</summary>
    internal RouseList Notified;

    /// <summary>Those who have what they came for.</summary>
    internal RouseList Signalled;

    internal readonly void Rouse()
    {
        Notified.Rouse(WaitFrame.Notified);
        Signalled.Rouse(WaitFrame.Signalled);
    }
}
