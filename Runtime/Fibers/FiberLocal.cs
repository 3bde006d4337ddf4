using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>
/// A value that each fiber has of its own; gevent's <c>local</c>. Unlike an <see cref="AsyncLocal{T}"/> it does not flow to the
/// fibers that a fiber spawns, and a change is seen in the whole fiber.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// A value is let go of when its fiber ends, or when the local itself is not used any more, whichever comes first. Plain code
/// has one value for each thread. The greenlets of a fiber share its values. All members may be used by all fibers and threads.
/// </remarks>
public sealed class FiberLocal<T> : ILocal
{
    private readonly ConditionalWeakTable<object, StrongBox<T>> _values = [];
    private readonly Func<T>? _factory;

    /// <summary>Creates a local whose values begin as the default of <typeparamref name="T"/>.</summary>
    public FiberLocal() => LocalList.Add(this);

    /// <summary>Creates a local.</summary>
    /// <param name="factory">Makes a fiber's value when it first asks for it, in that fiber.</param>
    public FiberLocal(Func<T> factory)
        : this()
    {
        ArgumentNullException.ThrowIfNull(factory);
        _factory = factory;
    }

    /// <summary>A name for people, which dumps show.</summary>
    public string? Name { get; init; }

    string ILocal.Label => Name ?? typeof(T).Name;

    bool ILocal.TryGet(FiberCore fiber, out object? value)
    {
        bool has = _values.TryGetValue(fiber.LocalKey ?? this, out StrongBox<T>? box);
        value = has ? box!.Value : null;
        return has;
    }

    /// <summary>The value of the fiber that runs this code.</summary>
    public T Value
    {
        get
        {
            if (FiberCore.Self.LocalKey is { } key && _values.TryGetValue(key, out StrongBox<T>? box)) return box.Value!;
            if (_factory is null) return default!;

            T value = _factory();
            Value = value;
            return value;
        }

        set
        {
            object key = FiberCore.Self.NeedLocalKey();
            if (_values.TryGetValue(key, out StrongBox<T>? box)) box.Value = value;
            else _values.Add(key, new StrongBox<T>(value));
        }
    }

    /// <summary>Whether the fiber that runs this code has set or made a value.</summary>
    public bool HasValue => FiberCore.Self.LocalKey is { } key && _values.TryGetValue(key, out _);

    /// <summary>Lets go of the value of the fiber that runs this code.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove() => FiberCore.Self.LocalKey is { } key && _values.Remove(key);
}
