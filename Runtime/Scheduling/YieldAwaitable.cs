using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>What <see cref="Co.YieldAsync"/> returns: awaiting it lets all others that are ready run first.</summary>
public readonly struct YieldAwaitable
{
    /// <summary>Gets the awaiter. Meant for the compiler.</summary>
    /// <returns>The awaiter.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Awaiter GetAwaiter() => default;

    /// <summary>Awaits a <see cref="YieldAwaitable"/>. Meant for the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct Awaiter : ICriticalNotifyCompletion, IFrameAwaiter
    {
        /// <summary>Always false: a yield always yields.</summary>
        public bool IsCompleted => false;

        /// <summary>Goes on, unless the fiber was killed meanwhile.</summary>
        public void GetResult()
        {
            if (FiberCore.KillsPending != 0) Carrier.Current.Fiber?.ThrowIfKilled();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void IFrameAwaiter.Park(Frame frame) => frame.Wake();

        /// <inheritdoc/>
        public void OnCompleted(Action continuation) => CallbackFrame.Attach(null, continuation, flowContext: true);

        /// <inheritdoc/>
        public void UnsafeOnCompleted(Action continuation) => CallbackFrame.Attach(null, continuation, flowContext: false);
    }
}
