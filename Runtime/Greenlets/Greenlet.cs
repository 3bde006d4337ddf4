using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A coroutine that is switched to by hand: the counterpart of greenlet's <c>greenlet</c>. No scheduler decides who runs
/// next; <see cref="Switch"/> does.
/// </summary>
/// <remarks>
/// Each fiber, and the plain code of each thread, has a tree of greenlets, of which one is in control at any time. The root
/// is the fiber or the plain code itself. When a greenlet ends, its parent goes on. A greenlet belongs to the fiber that
/// first switched to it. Members may be called only in that fiber.
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public sealed partial class Greenlet
{
    private enum Phase
    {
        Pending,
        Started,
        Dead,
    }

    /// <summary>Null for the root of a tree, which was never a greenlet's body.</summary>
    private readonly Func<object?, Coroutine<object?>>? _entry;
    private FiberCore? _host;
    private Greenlet? _parent;
    private Phase _phase;

    /// <summary>The switch away from this greenlet that has not returned yet; null while in control, and before the start.</summary>
    private SwitchWait? _suspended;

    /// <summary>Creates a greenlet, and does not run it. Its parent is the one in control.</summary>
    /// <param name="entry">The body; a <see cref="CoroutineAttribute">[Coroutine]</see> method runs as its twin. The first switch's value is ignored.</param>
    public Greenlet([CoroutineEntry] Action entry)
        : this(Twin.Of(entry))
    {
    }

    /// <param name="entry">The body, called with the value of the first switch.</param>
    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet([CoroutineEntry] Action<object?> entry)
        : this(Twin.Of(entry))
    {
    }

    /// <param name="entry">The body; its result becomes the result of the parent's switch.</param>
    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet([CoroutineEntry] Func<object?> entry)
        : this(Twin.Of(entry))
    {
    }

    /// <param name="entry">The body, called with the value of the first switch; its result becomes the result of the parent's switch.</param>
    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet([CoroutineEntry] Func<object?, object?> entry)
        : this(Twin.Of(entry))
    {
    }

    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet(Func<Coroutine> entry)
        : this(Adapt(entry, static async (entry, _) =>
        {
            await entry();
            return null;
        }))
    {
    }

    /// <inheritdoc cref="Greenlet(Action{object?})"/>
    public Greenlet(Func<object?, Coroutine> entry)
        : this(Adapt(entry, static async (entry, value) =>
        {
            await entry(value);
            return null;
        }))
    {
    }

    /// <inheritdoc cref="Greenlet(Func{object?})"/>
    public Greenlet(Func<Coroutine<object?>> entry)
        : this(Adapt(entry, static (entry, _) => entry()))
    {
    }

    /// <inheritdoc cref="Greenlet(Func{object?, object?})"/>
    public Greenlet(Func<object?, Coroutine<object?>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _entry = entry;
        _parent = Current;
    }

    private Greenlet(FiberCore host)
    {
        _host = host;
        _phase = Phase.Started;
    }

    /// <summary>The greenlet in control here: the root of the tree if none was switched to.</summary>
    public static Greenlet Current
    {
        get
        {
            Carrier carrier = Carrier.Current;
            FiberCore host = carrier.Fiber ?? carrier.OwnLoop.Main;
            return host.Extras.Greenlet ??= new Greenlet(host);
        }
    }

    /// <summary>Who goes on when this greenlet ends; null for the root of a tree.</summary>
    /// <exception cref="ArgumentException">The new parent is this greenlet or descends from it, or belongs to another fiber.</exception>
    /// <exception cref="InvalidOperationException">The root of a tree cannot be given a parent.</exception>
    public Greenlet? Parent
    {
        get => _parent;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (_entry is null) throw new InvalidOperationException("The root of a tree of greenlets has no parent.");
            if (_host is not null && value.Home != _host)
            {
                throw new ArgumentException("The parent belongs to another fiber.", nameof(value));
            }

            for (Greenlet? ancestor = value; ancestor is not null; ancestor = ancestor._parent)
            {
                if (ancestor == this) throw new ArgumentException("The parent descends from this greenlet: that would be a cycle.", nameof(value));
            }

            _parent = value;
        }
    }

    /// <summary>Whether the body has ended, in whatever way.</summary>
    public bool IsDead => _phase == Phase.Dead;

    /// <summary>Whether the body has begun and not ended.</summary>
    public bool IsActive => _phase == Phase.Started;

    /// <summary>The fiber in whose tree this greenlet stands. The root always has one.</summary>
    private FiberCore Home
    {
        get
        {
            Greenlet greenlet = this;
            while (greenlet._host is null) greenlet = greenlet._parent!;
            return greenlet._host;
        }
    }

    private string DebuggerDisplay => _entry is null ? "root greenlet" : $"greenlet: {_phase}";

    private static Func<object?, Coroutine<object?>> Adapt<TEntry>(TEntry entry, Func<TEntry, object?, Coroutine<object?>> call)
        where TEntry : Delegate
    {
        ArgumentNullException.ThrowIfNull(entry);
        return value => call(entry, value);
    }
}
