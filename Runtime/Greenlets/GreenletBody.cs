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
    private Coroutine<object?> _root;

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

                _root = Start();
                if (!_root.IsCompleted)
                {
                    _root.Frame!.ContinueWith(this);
                    return;
                }
            }

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

    private Coroutine<object?> Start()
    {
        Delegate entry = _entry!;
        object? argument = _argument;
        _entry = null;
        _argument = null;
        return entry switch
        {
            Func<object?, Coroutine<object?>> coroutine => coroutine(argument),
            Func<object?, Coroutine> coroutine => WithoutResult(coroutine(argument)),
            Func<Coroutine<object?>> coroutine => coroutine(),
            Func<Coroutine> coroutine => WithoutResult(coroutine()),
            Func<object?, object?> plain => Twin.Of(plain)(argument),
            Action<object?> plain => WithoutResult(Twin.Of(plain)(argument)),
            Func<object?> plain => Twin.Of(plain)(),
            Action plain => WithoutResult(Twin.Of(plain)()),
            _ => throw new InvalidOperationException($"A {entry.GetType()} is no body of a greenlet."),
        };
    }

    private static async Coroutine<object?> WithoutResult(Coroutine coroutine)
    {
        await coroutine;
        return null;
    }

    private protected override void Recycle() { }
}
