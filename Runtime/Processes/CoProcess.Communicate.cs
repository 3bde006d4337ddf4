namespace CoGen;

public sealed partial class CoProcess
{
    private Talk? _talk;

    /// <summary>
    /// Gives the process its input and the end of it, reads both its outputs to their ends, and waits until it has ended. However much it
    /// writes, and in whatever order, neither waits for the other.
    /// </summary>
    /// <remarks>
    /// When the time is over the process goes on, and so does the reading: call it again to wait on, and nothing that it has written is lost. A process
    /// that does not read its input to the end is no error.
    /// </remarks>
    /// <param name="input">What it is given to read. Only the first call may give any.</param>
    /// <param name="timeout">How long to wait at most, in real time; for ever if null.</param>
    /// <returns>What it has written, and its exit code.</returns>
    /// <exception cref="ProcessTimeoutException">It has not ended in time. It runs on.</exception>
    /// <exception cref="InvalidOperationException">There is input, and it was told the end of it before, or its input is not redirected.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public ProcessOutput Communicate(ProcessInput input = default, TimeSpan? timeout = null)
    {
        using MainTurn turn = MainTurn.Begin("CoProcess.Communicate");
        return turn.Wait(CommunicateAsync(input, timeout));
    }

    /// <inheritdoc cref="Communicate"/>
    public async Coroutine<ProcessOutput> CommunicateAsync(ProcessInput input = default, TimeSpan? timeout = null)
    {
        if (_talk is null) _talk = new Talk(_process, input.Bytes);
        else if (!input.Bytes.IsEmpty) throw new InvalidOperationException("The process was told the end of its input before.");

        Talk talk = _talk;
        if (!await EndsWithin(talk.Ended.WaitAsync, timeout ?? Timeout.InfiniteTimeSpan))
        {
            throw new ProcessTimeoutException(_process.StartInfo.FileName, timeout!.Value, talk.Output.ToArray(), talk.Error.ToArray());
        }

        return new ProcessOutput(_process.StartInfo.FileName, ExitCode, talk.Output.ToArray(), talk.Error.ToArray());
    }

    /// <summary>Runs a program to its end. If the time is over, or the fiber is killed, it is killed, with all that it has started.</summary>
    /// <param name="fileName">The program; found as the shell finds it.</param>
    /// <param name="arguments">Its arguments, each as it is: no shell takes them apart.</param>
    /// <param name="input">What it is given to read.</param>
    /// <param name="timeout">How long it may take, in real time; for ever if null.</param>
    /// <returns>What it has written, and its exit code.</returns>
    /// <exception cref="ProcessTimeoutException">It has not ended in time. It was killed.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static ProcessOutput Run(string fileName, IEnumerable<string>? arguments = null, ProcessInput input = default, TimeSpan? timeout = null)
    {
        using MainTurn turn = MainTurn.Begin("CoProcess.Run");
        return turn.Wait(RunAsync(fileName, arguments, input, timeout));
    }

    /// <inheritdoc cref="Run"/>
    public static async Coroutine<ProcessOutput> RunAsync(string fileName, IEnumerable<string>? arguments = null, ProcessInput input = default, TimeSpan? timeout = null)
    {
        CoProcess process = Start(fileName, arguments);
        try
        {
            return await process.CommunicateAsync(input, timeout);
        }
        finally
        {
            await process.EndAsync();
        }
    }

    /// <summary>Runs a program to its end, and returns what it has written to its standard output, as text: Python's <c>check_output</c>.</summary>
    /// <returns>The text, as it is.</returns>
    /// <exception cref="ProcessFailedException">It has ended with another exit code than 0.</exception>
    /// <inheritdoc cref="Run"/>
    public static string CheckOutput(string fileName, IEnumerable<string>? arguments = null, ProcessInput input = default, TimeSpan? timeout = null) =>
        Run(fileName, arguments, input, timeout).Check().OutputText;

    /// <inheritdoc cref="CheckOutput"/>
    public static async Coroutine<string> CheckOutputAsync(string fileName, IEnumerable<string>? arguments = null, ProcessInput input = default, TimeSpan? timeout = null) =>
        (await RunAsync(fileName, arguments, input, timeout)).Check().OutputText;
}
