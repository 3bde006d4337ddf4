namespace CoGen;

public sealed partial class Greenlet
{
    /// <summary>Whose <see cref="_context"/> counts for this greenlet: its own, unless it shares that of another.</summary>
    private Greenlet _contextOwner;

    /// <summary>The ambient state, kept here while no greenlet that shares it is in control. Null if empty.</summary>
    private ExecutionContext? _context;
    private readonly ContextFlow _contextFlow;

    /// <summary>
    /// How the body comes by its ambient state: <see cref="CoGen.ContextFlow.Copy"/>, unless given when the greenlet is
    /// created. What is copied is the state of the code that creates the greenlet; what is shared, that of the greenlet
    /// in control there.
    /// </summary>
    public ContextFlow ContextFlow
    {
        get => _contextFlow;
        init
        {
            switch (_contextFlow = value)
            {
                case ContextFlow.Copy:
                    break;
                case ContextFlow.Share:
                    ShareContext(Current);
                    break;
                case ContextFlow.Empty:
                    _context = null;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such flow.");
            }
        }
    }

    /// <summary>
    /// The ambient state – the <see cref="AsyncLocal{T}"/> values – that this greenlet runs under; null if empty. Of the
    /// one in control it is the thread's own, as it is now. The counterpart of <c>gr_context</c>.
    /// </summary>
    /// <remarks>May be set at any time. Greenlets that share their state share this.</remarks>
    /// <exception cref="InvalidOperationException">This greenlet belongs to another fiber.</exception>
    public ExecutionContext? Context
    {
        get
        {
            if (!IsContextLive()) return _contextOwner._context;
            ExecutionContext? now = Carrier.Current.Context.Capture();
            return now == EmptyContext.Value ? null : now;
        }

        set
        {
            if (IsContextLive()) ExecutionContext.Restore(value ?? EmptyContext.Value);
            else _contextOwner._context = value;
        }
    }

    /// <summary>The scopes that this greenlet has opened, kept here while it is not in control.</summary>
    internal ScopeChain? KeptScopes { get; set; }

    /// <summary>The ambient state as it is kept while nobody who shares it is in control.</summary>
    internal ExecutionContext? KeptContext
    {
        get => _contextOwner._context;
        set
        {
            if (_contextOwner._context != value) _contextOwner._context = value;
        }
    }

    /// <summary>Makes this greenlet run under the ambient state of <paramref name="other"/>, and change it.</summary>
    internal void ShareContext(Greenlet other) => _contextOwner = other._contextOwner;

    /// <summary>Whether the thread runs under this greenlet's state now.</summary>
    private bool IsContextLive()
    {
        RequireHere();
        return Current._contextOwner == _contextOwner;
    }
}
