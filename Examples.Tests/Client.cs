using System.Diagnostics;

namespace CoGen.Examples.Tests;

/// <summary>The real clients.</summary>
internal static class Client
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Skips a test whose client is not installed.</summary>
    internal static string Require(params string[] names)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string? found = names.SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{names[0]} is not installed.");
        return found!;
    }

    /// <summary>Gives a client lines to read, and takes the answer to each.</summary>
    internal static string[] Talk(string program, string[] lines, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        string[] answers = [.. lines.Select(line =>
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
            return Within(process, process.StandardOutput.ReadLineAsync()) ?? "";
        })];
        process.StandardInput.Close();
        process.WaitForExit();
        return answers;
    }

    /// <summary>Runs a client to its end.</summary>
    /// <returns>What it has written.</returns>
    internal static string Run(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        process.StandardInput.Close();
        string output = Within(process, process.StandardOutput.ReadToEndAsync());
        process.WaitForExit();
        return output;
    }

    private static T Within<T>(Process process, Task<T> task)
    {
        if (!task.Wait(s_patience)) process.Kill();
        return task.Result;
    }

    private static Process Start(string program, string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(Require(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
