namespace CoGen;

/// <summary>A child process has ended with another exit code than 0. The counterpart of Python's <c>CalledProcessError</c>.</summary>
/// <param name="output">What it has written, and how it has ended.</param>
public sealed class ProcessFailedException(ProcessOutput output) : Exception(MessageOf(output))
{
    /// <summary>What it has written, and how it has ended.</summary>
    public ProcessOutput Output { get; } = output;

    private static string MessageOf(ProcessOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        string said = output.ErrorText.Trim();
        return $"'{output.Program}' has ended with exit code {output.ExitCode}{(said.Length == 0 ? "." : $": {said}")}";
    }
}
