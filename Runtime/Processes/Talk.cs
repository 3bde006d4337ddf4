using System.Diagnostics;

namespace CoGen;

/// <summary>All that is said to a process and by it, to the end. It goes on by itself: who waits for it may give up and come back.</summary>
internal sealed class Talk
{
    internal Talk(Process process, ReadOnlyMemory<byte> input)
    {
        ProcessStartInfo info = process.StartInfo;
        if (!input.IsEmpty && !info.RedirectStandardInput) throw new InvalidOperationException($"The input of '{info.FileName}' is not redirected.");
        Output = PipeDrain.Of(info.RedirectStandardOutput ? process.StandardOutput.BaseStream : null);
        Error = PipeDrain.Of(info.RedirectStandardError ? process.StandardError.BaseStream : null);
        Task fed = info.RedirectStandardInput ? FeedAsync(process.StandardInput.BaseStream, input) : Task.CompletedTask;
        Ended = Task.WhenAll(fed, Output.Ended, Error.Ended, process.WaitForExitAsync());
    }

    internal PipeDrain Output { get; }

    internal PipeDrain Error { get; }

    /// <summary>Over when the process has ended and both its pipes have.</summary>
    internal Task Ended { get; }

    private static async Task FeedAsync(Stream pipe, ReadOnlyMemory<byte> input)
    {
        try
        {
            await using (pipe.ConfigureAwait(false)) await pipe.WriteAsync(input).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended, or closed its input, without having read all.
        }
    }
}
