using CoGen.CompilerServices;

namespace CoGen;

// Outside of fibers the body resumes on any thread, perhaps before the step that has resumed it returns. So each step has a frame
// of its own there, which settles once.

internal sealed partial class SequenceRun<T>
{
    private bool _isHosted;
    private HostedStep? _step;

    private Coroutine<bool> StepHosted(bool isFirst)
    {
        HostedStep step = _step = new HostedStep();
        if (isFirst)
        {
            _ = Follow();
        }
        else
        {
            Frame parked = _parked!;
            _parked = null;
            parked.ResumeInCaller();
        }

        return new Coroutine<bool>(step);
    }

    private async Coroutine Follow()
    {
        try
        {
            Start();
            await _body;
        }
        catch (Exception error)
        {
            _phase = Phase.Over;
            _step!.Arrive(error);
            return;
        }

        _phase = Phase.Over;
        _step!.Arrive(false);
    }

    /// <summary>One step of a consumer that is no fiber.</summary>
    private sealed class HostedStep : Frame<bool>
    {
        internal void Arrive(bool hasValue)
        {
            Complete(hasValue);
            HostedCompletion.Settle(this);
        }

        internal void Arrive(Exception error)
        {
            Fail(error);
            HostedCompletion.Settle(this);
        }

        internal override void Resume() { }

        internal override void ContinueWith(Frame parent) => HostedCompletion.ContinueWith(this, parent);

        private protected override void Recycle() { }
    }
}
