using System.Text;

namespace CoGen;

/// <summary>What a child process has written, and how it has ended.</summary>
public sealed class ProcessOutput
{
    internal ProcessOutput(string program, int exitCode, byte[] output, byte[] error)
    {
        Program = program;
        ExitCode = exitCode;
        Output = output;
        Error = error;
    }

    /// <summary>What was run.</summary>
    public string Program { get; }

    /// <summary>The exit code; on Unix, 128 and the number of the signal for one that a signal has ended.</summary>
    public int ExitCode { get; }

    /// <summary>Whether the exit code is 0.</summary>
    public bool IsSuccess => ExitCode == 0;

    /// <summary>What it has written to its standard output; nothing if that was not redirected.</summary>
    public ReadOnlyMemory<byte> Output { get; }

    /// <summary>What it has written to its standard error; nothing if that was not redirected.</summary>
    public ReadOnlyMemory<byte> Error { get; }

    /// <summary><see cref="Output"/> as UTF-8.</summary>
    public string OutputText => Encoding.UTF8.GetString(Output.Span);

    /// <summary><see cref="Error"/> as UTF-8.</summary>
    public string ErrorText => Encoding.UTF8.GetString(Error.Span);

    /// <summary>Throws if the exit code is not 0: Python's <c>check_returncode</c>.</summary>
    /// <returns>This.</returns>
    /// <exception cref="ProcessFailedException">It is not.</exception>
    public ProcessOutput Check() => IsSuccess ? this : throw new ProcessFailedException(this);
}
