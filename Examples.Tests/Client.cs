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

    /// <summary>Runs a client to its end.</summary>
    /// <returns>What it has written.</returns>
    internal static string Run(string program, params string[] arguments) => Talk(program, "", arguments);

    /// <summary>Runs a client to its end, and gives it something to read.</summary>
    internal static string Talk(string program, string input, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Require(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!output.Wait(s_patience)) process.Kill();
        process.WaitForExit();
        return output.Result;
    }
}
