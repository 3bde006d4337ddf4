using CoGen.CompilerServices;

namespace CoGen;

/// <summary>The root of a greenlet's own chain of frames: begins the body, and takes its end.</summary>
internal sealed class GreenletBody : Frame
{
    private readonly GreenletTree _tree;
    private Delegate? _entry;

    /// <summary>What the first switch has passed, or thrown.</summary>
    private object? _argument;
    private readonly bool _isError;

    /// <summary>The body, if it has a result; else <see cref="_rootWithoutResult"/>. No frame stands between it and this one: one that was pooled could keep the greenlet alive.</summary>
    private Coroutine<object?> _root;
    private Coroutine _rootWithoutResult;

    internal GreenletBody(GreenletTree tree, Delegate entry, object? argument, bool isError)
    {
        _tree = tree;
        _entry = entry;
        _argument = argument;
        _isError = isError;
        Fiber = tree.Fiber;
    }

    internal override void Resume()
    {
        object? outcome;
        bool isError = false;
        try
        {
            if (_entry is not null)
            {
                if (Refusal() is { } refusal)
                {
                    _tree.End(this, refusal, isError: true);
                    return;
                }

                Start();
                if ((_root.Frame ?? _rootWithoutResult.Frame) is { IsCompleted: false } frame)
                {
                    frame.ContinueWith(this);
                    return;
                }
            }

            _rootWithoutResult.GetAwaiter().GetResult();
            outcome = _root.GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            outcome = error;
            isError = true;
        }

        _tree.End(this, outcome, isError);
    }

    /// <summary>What the body dies of before it has run: what was thrown into it, or what the trace callback throws.</summary>
    private Exception? Refusal() => _tree.Arrive() ?? (_isError ? (Exception)_argument! : null);

    private void Start()
    {
        Delegate entry = _entry!;
        object? argument = _argument;
        _entry = null;
        _argument = null;
        switch (entry)
        {
            case Func<object?, Coroutine<object?>> coroutine:
                _root = coroutine(argument);
                break;
            case Func<object?, Coroutine> coroutine:
                _rootWithoutResult = coroutine(argument);
                break;
            case Func<Coroutine<object?>> coroutine:
                _root = coroutine();
                break;
            case Func<Coroutine> coroutine:
                _rootWithoutResult = coroutine();
                break;
            case Func<object?, object?> plain:
                _root = Twin.Of(plain)(argument);
                break;
            case Action<object?> plain:
                _rootWithoutResult = Twin.Of(plain)(argument);
                break;
            case Func<object?> plain:
                _root = Twin.Of(plain)();
                break;
            default:
                _rootWithoutResult = Twin.Of((Action)entry)();
                break;
        }
    }

    private protected override void Recycle() { }
}
