using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>The two examples of a rule's page, as programs.</summary>
internal sealed class RulePage
{
    private const string Fence = "```";

    private RulePage(string flagged, string instead)
    {
        Flagged = flagged;
        Instead = instead;
    }

    public string Flagged { get; }

    public string Instead { get; }

    public static RulePage Read(string path)
    {
        string[] blocks =
        [
            .. File.ReadAllText(path).Split(Fence)
                .Where(block => block.StartsWith("csharp\n", StringComparison.Ordinal))
                .Select(block => block["csharp\n".Length..]),
        ];
        return new RulePage(ToProgram(blocks[0]), ToProgram(blocks[1]));
    }

    /// <summary>An example is members, or else the statements of a coroutine; what it only mentions is declared around it.</summary>
    private static string ToProgram(string example)
    {
        // What is said of the assembly comes before all types.
        if (example.StartsWith("[assembly:", StringComparison.Ordinal))
        {
            int end = example.IndexOf('\n', StringComparison.Ordinal);
            return Usings + example[..(end + 1)] + ToProgram(example[(end + 1)..])[Usings.Length..];
        }

        string members = $"partial class Example : Surroundings\n{{\n{example}\n}}\n";
        string body = CSharpSyntaxTree.ParseText(members).GetDiagnostics().Any()
            ? $"partial class Example : Surroundings\n{{\n[Coroutine]\nvoid Statements()\n{{\n{example}\n}}\n}}\n"
            : members;
        return Usings + body + Surroundings;
    }

    private const string Usings = """
        using System;
        using System.Buffers.Binary;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using CoGen;


        """;

    private const string Surroundings = """
        unsafe class Surroundings
        {
            protected static readonly HttpClient s_client = new HttpClient();
            protected readonly TextWriter _writer = new StreamWriter("file");
            protected readonly Stream stream = Stream.Null;
            protected readonly byte[] buffer = new byte[8];
            protected Stream? _log;

            protected static bool Queue(string path) => path.Length > 0;
            protected static bool IsKnown(string list, Exception error) => list.Contains(error.Message);
            protected static void Checksum(byte* bytes) { }
            protected static void Connect() { }
            protected static void Retry() { }
        }
        """;
}
