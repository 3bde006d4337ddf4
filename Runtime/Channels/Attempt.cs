namespace CoGen;

/// <summary>How an attempt to put, take or see an item ended.</summary>
internal enum Attempt
{
    /// <summary>Nothing happened: one may wait for a better moment.</summary>
    InVain,

    /// <summary>It succeeded.</summary>
    Done,

    /// <summary>It can never succeed: the queue or channel is shut down, and what was in it is gone.</summary>
    Over,
}
