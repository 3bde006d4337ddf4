using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

/// <summary>
/// Where code outside any fiber wants to go on: the ambient <see cref="SynchronizationContext"/>, else the ambient
/// <see cref="TaskScheduler"/>, else the thread pool – as for an awaited task.
/// </summary>
internal readonly struct HostContext
{
    /// <summary>A context, a scheduler, or null for the thread pool.</summary>
    private readonly object? _target;

    private HostContext(object? target) => _target = target;

    internal static HostContext Capture()
    {
        if (SynchronizationContext.Current is { } context && context.GetType() != typeof(SynchronizationContext))
        {
            return new HostContext(context);
        }

        TaskScheduler scheduler = TaskScheduler.Current;
        return new HostContext(scheduler == TaskScheduler.Default ? null : scheduler);
    }

    /// <summary>Whether code may simply go on where it is.</summary>
    internal bool IsCurrent => _target == Capture()._target && (_target is not null || Thread.CurrentThread.IsThreadPoolThread);

    internal void Post(Frame frame)
    {
        switch (_target)
        {
            case SynchronizationContext context:
                context.Post(static frame => Unsafe.As<Frame>(frame!).Resume(), frame);
                break;
            case TaskScheduler scheduler:
                Task.Factory.StartNew(
                    static frame => Unsafe.As<Frame>(frame!).Resume(), frame, default, TaskCreationOptions.DenyChildAttach, scheduler);
                break;
            default:
                ThreadPool.UnsafeQueueUserWorkItem(static frame => frame.Resume(), frame, preferLocal: true);
                break;
        }
    }
}
