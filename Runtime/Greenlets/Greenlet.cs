using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// A coroutine that is switched to by hand: the counterpart of greenlet's <c>greenlet</c>. No scheduler decides who runs
/// next; <see cref="Switch"/> does.
/// </summary>
/// <remarks>
/// Each fiber, and the plain code of each thread, has a tree of greenlets, of which one is in control at any time. The root
/// is the fiber or the plain code itself. When a greenlet ends, its parent goes on. A greenlet belongs to the tree of its
/// parent; from when it begins, for good. Members may be called only in the fiber of that tree, unless they say otherwise.
/// <para>
/// A greenlet that waits for something else than a switch – a sleep, a queue – stays in control: other fibers run
/// meanwhile, but no other greenlet of its tree. A switch takes no timeout: control that was given away comes back only
/// when somebody gives it back. A kill of the fiber is thrown in the greenlet in control.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Greenlet
{
    private enum Phase : byte
    {
        Pending,
        Started,
        Dead,
    }

    private static int s_names;

    /// <summary>What to run; null once it has begun.</summary>
    private Delegate? _entry;

    /// <summary>The tree this greenlet stands in for good: its own and all its ancestors'. Null as long as it may still move.</summary>
    private GreenletTree? _tree;

    /// <summary>Null for the root of a tree, and only for it.</summary>
    private Greenlet? _parent;

    /// <summary>Whether anybody may descend from this greenlet. Spares most new parents the walk up.</summary>
    private bool _hadChildren;
    private Phase _phase;
    private string? _name;
    private Dictionary<object, object?>? _items;

    /// <summary>Notices when this greenlet is dropped. From when it begins.</summary>
    private GreenletSentinel? _sentinel;

    /// <summary>Creates a greenlet, and does not run it. Its parent is the one in control.</summary>
    /// <param name="entry">The body; a <see cref="CoroutineAttribute">[Coroutine]</see> method runs as its twin. The first switch's value is ignored.</param>
    public Greenlet([CoroutineEntry] Action entry)
        : this((Delegate)entry)
    {
    }

    /// <param name="entry">The body, called with the value of the first switch.</param>
    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet([CoroutineEntry] Action<object?> entry)
        : this((Delegate)entry)
    {
    }

    /// <param name="entry">The body; its result becomes the result of the parent's switch.</param>
    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet([CoroutineEntry] Func<object?> entry)
        : this((Delegate)entry)
    {
    }

    /// <param name="entry">The body, called with the value of the first switch; its result becomes the result of the parent's switch.</param>
    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet([CoroutineEntry] Func<object?, object?> entry)
        : this((Delegate)entry)
    {
    }

    /// <inheritdoc cref="Greenlet(Action)"/>
    public Greenlet(Func<Coroutine> entry)
        : this((Delegate)entry)
    {
    }

    /// <inheritdoc cref="Greenlet(Action{object?})"/>
    public Greenlet(Func<object?, Coroutine> entry)
        : this((Delegate)entry)
    {
    }

    /// <inheritdoc cref="Greenlet(Func{object?})"/>
    public Greenlet(Func<Coroutine<object?>> entry)
        : this((Delegate)entry)
    {
    }

    /// <inheritdoc cref="Greenlet(Func{object?, object?})"/>
    public Greenlet(Func<object?, Coroutine<object?>> entry)
        : this((Delegate)entry)
    {
    }

    private Greenlet(Delegate entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Carrier carrier = Carrier.Current;
        _entry = entry;
        _parent = GreenletTree.Here(carrier).Current;
        _parent._hadChildren = true;
        _contextOwner = this;
        _context = carrier.Context.Capture();
    }

    /// <summary>Creates the root of a tree.</summary>
    internal Greenlet(GreenletTree tree)
    {
        _tree = tree;
        _phase = Phase.Started;
        _contextOwner = this;
    }

    /// <summary>The greenlet in control here: the root of the tree if none was switched to. The counterpart of <c>getcurrent()</c>.</summary>
    public static Greenlet Current => GreenletTree.Here(Carrier.Current).Current;

    /// <summary>
    /// The body, as it was given; null once it has begun or is dead, and for the root. The greenlet lets go of it then, and
    /// of what it captures. The counterpart of <c>run</c>.
    /// </summary>
    public Delegate? Entry => _entry;

    /// <summary>
    /// Who goes on when this greenlet ends; null for the root of a tree. One that has not begun, and has no descendant that
    /// has, may so be moved to the tree of another fiber.
    /// </summary>
    /// <exception cref="ArgumentNullException">The new parent is null: only a root has none.</exception>
    /// <exception cref="ArgumentException">The new parent is this greenlet or descends from it, or belongs to another fiber.</exception>
    /// <exception cref="InvalidOperationException">The root of a tree cannot be given a parent.</exception>
    public Greenlet? Parent
    {
        get => _parent;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (IsRoot) throw new InvalidOperationException("The root of a tree of greenlets has no parent.");
            if (_tree is not null && value.Tree != _tree)
            {
                throw new ArgumentException($"{this} belongs to {_tree.Owner}, and the parent to {value.Tree.Owner}.", nameof(value));
            }

            if (value == this || (_hadChildren && value.DescendsFrom(this)))
            {
                throw new ArgumentException("The parent descends from this greenlet: that would be a cycle.", nameof(value));
            }

            _parent = value;
            value._hadChildren = true;
            if (_tree is not null) value.Settle(_tree);
        }
    }

    /// <summary>Whether the body has ended, in whatever way; of a root, whether its fiber or thread has. May be read from any thread.</summary>
    public bool IsDead => _phase == Phase.Dead || (IsRoot && _tree!.IsOver);

    /// <summary>Whether the body has begun and not ended. The counterpart of <c>bool(greenlet)</c>. May be read from any thread.</summary>
    public bool IsActive => _phase == Phase.Started && !IsDead;

    /// <summary>Whether the body has begun, has not ended, and is not in control: its switch away has not returned. May be read from any thread.</summary>
    public bool IsSuspended => IsActive && _tree!.Current != this;

    /// <summary>A name for people, which <see cref="ToString"/> and reports show. May be used from any thread.</summary>
    public string Name
    {
        get => _name ?? Interlocked.CompareExchange(ref _name, IsRoot ? $"root of {_tree!.Owner}" : $"Greenlet-{Interlocked.Increment(ref s_names)}", null) ?? _name;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _name = value;
        }
    }

    /// <summary>What anybody wants to keep with this greenlet, under any key. The counterpart of its <c>__dict__</c>.</summary>
    /// <remarks>A value for all code in a greenlet, without a reference to it, is an <see cref="AsyncLocal{T}"/>: see <see cref="ContextFlow"/>.</remarks>
    public IDictionary<object, object?> Items => _items ??= [];

    /// <summary>The body, once it has begun; null again when it has ended.</summary>
    internal GreenletBody? Body { get; private set; }

    /// <summary>The switch away from this greenlet that has not returned yet; null while in control, and before the start.</summary>
    internal SwitchWait? Suspended { get; set; }

    internal bool IsRoot => _parent is null;

    /// <summary>The tree in which this greenlet stands now.</summary>
    internal GreenletTree Tree
    {
        get
        {
            Greenlet greenlet = this;
            while (greenlet._tree is null) greenlet = greenlet._parent!;
            return greenlet._tree;
        }
    }

    /// <summary>Says what this greenlet is and does: its name, and whether it is pending, current, suspended or dead. May be called from any thread.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string state = this switch
        {
            { IsDead: true } => "dead",
            { _phase: Phase.Pending } => "pending",
            { IsSuspended: true } => _tree!.IsOver ? $"suspended for ever: {_tree.Owner} has ended" : "suspended",
            _ => "current",
        };
        return $"Greenlet '{Name}' ({state})";
    }

    private bool DescendsFrom(Greenlet other)
    {
        Greenlet? ancestor = this;
        while (ancestor is not null && ancestor != other) ancestor = ancestor._parent;
        return ancestor is not null;
    }

    /// <summary>Binds this greenlet and its ancestors to the tree they stand in.</summary>
    private void Settle(GreenletTree tree)
    {
        for (Greenlet? greenlet = this; greenlet is { _tree: null }; greenlet = greenlet._parent) greenlet._tree = tree;
    }
}
