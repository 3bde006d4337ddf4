namespace CoGen;

/// <summary>How a greenlet comes by its ambient state: the values of <see cref="AsyncLocal{T}"/>.</summary>
public enum ContextFlow
{
    /// <summary>It begins with the state of the code that created it, and changes only its own. The default, as for fibers and tasks.</summary>
    Copy,

    /// <summary>It has none of its own: it sees what its creator changes, and the creator what it changes, as if it were called.</summary>
    Share,

    /// <summary>It begins with no values, and changes only its own. What greenlet does.</summary>
    Empty,
}
