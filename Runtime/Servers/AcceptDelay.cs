namespace CoGen.Servers;

/// <summary>How long a server waits after an error: twice as long after each, until something succeeds.</summary>
internal sealed class AcceptDelay(TimeSpan minimum, TimeSpan maximum)
{
    private int _failures;

    internal void Reset() => _failures = 0;

    internal TimeSpan Next()
    {
        double next = minimum.TotalMilliseconds * Math.Pow(2, _failures);
        if (next >= maximum.TotalMilliseconds) return maximum;
        _failures++;
        return TimeSpan.FromMilliseconds(next);
    }
}
