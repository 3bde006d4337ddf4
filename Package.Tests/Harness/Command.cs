using System.Diagnostics;
using System.Text;

namespace CoGen.Package.Tests.Harness;

/// <summary>A program that ran to its end.</summary>
/// <param name="Line">The command line, for messages.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, errors included.</param>
internal sealed record Command(string Line, int ExitCode, string Output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The distinct lines of a build that warn.</summary>
    public IEnumerable<string> Warnings => OutputLines.Where(line => line.Contains("warning ", StringComparison.Ordinal)).Distinct();

    public static Command Dotnet(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    public static Command Run(string folder, string program, params string[] arguments) => Run(folder, program, arguments, []);

    public static Command Run(string folder, string program, string[] arguments, Dictionary<string, string?> variables)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        StandAlone(start.Environment);
        foreach ((string name, string? value) in variables) start.Environment[name] = value;

        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        string commandLine = $"{program} {string.Join(' ', arguments)}";
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{commandLine} did not end within {s_limit}.\n{output}");
        }

        process.WaitForExit();
        return new Command(commandLine, process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }
    }

    /// <summary>Fails the test, with the output, unless the program exited with 0.</summary>
    public Command Succeeds()
    {
        Assert.True(ExitCode == 0, $"{Line} exited with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Fails the test, with the output, if the program exited with 0.</summary>
    public Command Fails()
    {
        Assert.True(ExitCode != 0, $"{Line} should have failed:\n{Output}");
        return this;
    }

    // The test run sets variables for its own build and host, which must not leak into a build of the user's.
    private static void StandAlone(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
    }
}
