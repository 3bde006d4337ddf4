namespace CoGen;

/// <summary>A child process has not ended in time. The counterpart of Python's <c>TimeoutExpired</c>.</summary>
/// <param name="program">What was run.</param>
/// <param name="timeout">How long it was waited for.</param>
/// <param name="output">What it has written so far to its standard output.</param>
/// <param name="error">What it has written so far to its standard error.</param>
public sealed class ProcessTimeoutException(string program, TimeSpan timeout, ReadOnlyMemory<byte> output, ReadOnlyMemory<byte> error)
    : TimeoutException($"'{program}' has not ended within {timeout}.")
{
    /// <summary>What it has written so far to its standard output.</summary>
    public ReadOnlyMemory<byte> Output { get; } = output;

    /// <summary>What it has written so far to its standard error.</summary>
    public ReadOnlyMemory<byte> Error { get; } = error;
}
