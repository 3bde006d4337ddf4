using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>
/// A value that a fiber shares with all that it spawns, and they with all that they spawn: each fiber that plain code spawns
/// begins a tree. gevent's <c>spawn_tree_locals</c>.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// A change is seen in the whole tree, in any direction; values that flow down only are an <see cref="AsyncLocal{T}"/>'s. Trees are
/// kept track of while any tree local is in use, at the cost of an object for each spawn: a fiber that was spawned before begins a
/// tree of its own. Plain code is in no tree. On a scheduler of several threads the fibers of a tree may read and write at once: a value that is more than a
/// reference or a number is to be immutable or synchronized.
/// </remarks>
public sealed class FiberTreeLocal<T> : IDisposable, ILocal
{
    private readonly ConditionalWeakTable<object, StrongBox<T>> _values = [];
    private bool _isDisposed;

    /// <summary>Creates a local whose values begin as the default of <typeparamref name="T"/>.</summary>
    public FiberTreeLocal()
    {
        SpawnHooks.AddTreeLocals(1);
        LocalList.Add(this);
    }

    /// <summary>A name for people, which dumps show.</summary>
    public string? Name { get; init; }

    string ILocal.Label => Name ?? typeof(T).Name;

    bool ILocal.TryGet(FiberCore fiber, out object? value)
    {
        bool has = _values.TryGetValue(fiber.KnownTree ?? this, out StrongBox<T>? box);
        value = has ? box!.Value : null;
        return has;
    }

    /// <summary>The value of the tree of the fiber that runs this code. In plain code the default, and not to be set.</summary>
    /// <exception cref="InvalidOperationException">Set by plain code.</exception>
    public T Value
    {
        get => FiberCore.Self is { } fiber and not MainFiber && _values.TryGetValue(fiber.Tree, out StrongBox<T>? box) ? box.Value! : default!;
        set
        {
            FiberCore fiber = FiberCore.Self;
            if (fiber is MainFiber) throw new InvalidOperationException("Plain code is in no tree of fibers.");
            _values.GetValue(fiber.Tree, static _ => new StrongBox<T>()).Value = value;
        }
    }

    /// <summary>Lets go of all values. Only a tree local that is not to last as long as the program need be disposed of.</summary>
    public void Dispose()
    {
        _values.Clear();
        if (!Interlocked.Exchange(ref _isDisposed, true)) SpawnHooks.AddTreeLocals(-1);
    }
}
