namespace CoGen;

/// <summary>How control came to a greenlet. More kinds may be added: ignore those you do not know.</summary>
public enum GreenletTraceKind
{
    /// <summary>With a value: by a switch, or because a child has ended without an error.</summary>
    Switch,

    /// <summary>With an error: by a throw, or because a child has failed.</summary>
    Throw,
}

/// <summary>One transfer of control between two greenlets.</summary>
public readonly struct GreenletTraceEvent
{
    internal GreenletTraceEvent(GreenletTraceKind kind, Greenlet origin, Greenlet target)
    {
        Kind = kind;
        Origin = origin;
        Target = target;
    }

    /// <summary>How control came to the target.</summary>
    public GreenletTraceKind Kind { get; }

    /// <summary>Who had control before. It is dead if control passed because it has ended.</summary>
    public Greenlet Origin { get; }

    /// <summary>Who has control now. Not dead, even if it is about to die of an error before it has begun.</summary>
    public Greenlet Target { get; }

    /// <summary>Says what happened.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind}: {Origin?.Name} -> {Target?.Name}";
}
