using System.Runtime.ExceptionServices;

namespace CoGen;

/// <summary>What became of one key of a <see cref="CoDag{TKey, TValue}"/>.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public readonly record struct DagResult<TKey, TValue>
{
    private readonly TValue _value;

    internal DagResult(TKey key, TValue value, Exception? error)
    {
        Key = key;
        _value = value;
        Error = error;
    }

    /// <summary>The key.</summary>
    public TKey Key { get; }

    /// <summary>The error of its task; null if there is a value.</summary>
    public Exception? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="Exception">The error.</exception>
    public TValue Value
    {
        get
        {
            if (Error is not null) ExceptionDispatchInfo.Throw(Error);
            return _value;
        }
    }
}
