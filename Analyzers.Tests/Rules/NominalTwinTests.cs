using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UnpatchedCallAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>CG1028, and what keeps the other measured traps of the framework from being any.</summary>
public class NominalTwinTests
{
    private const string StreamRest = """
            public override void Write(byte[] buffer, int offset, int count) { }
            public override void Flush() { }
            public override long Seek(long offset, SeekOrigin origin) => 0;
            public override void SetLength(long value) { }
            public override bool CanRead => true;
            public override bool CanWrite => true;
            public override bool CanSeek => false;
            public override long Length => 0;
            public override long Position { get; set; }
        """;

    private static string Program(string parameters, string statements, string types) => $$"""
        using System.Data;
        using System.Data.Common;
        using System.Diagnostics.CodeAnalysis;
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M({{parameters}})
            {
                {{statements}}
            }
        }

        {{types}}
        """;

    [Fact]
    public Task Streams_that_override_only_what_blocks() => Rule.Reports(
        Program(
            "Pipe pipe, byte[] bytes",
            """
            pipe.{|#0:Read|}(bytes, 0, 1);
            pipe.{|CG1028:Read|}(bytes);
            pipe.{|CG1028:ReadExactly|}(bytes);
            pipe.{|CG1028:CopyTo|}(Stream.Null);
            pipe.Flush();
            pipe.Write(bytes, 0, 1);
            """,
            $$"""
            class Pipe : Stream
            {
                public override int Read(byte[] buffer, int offset, int count) { Thread.Sleep(1); return 0; }
            {{StreamRest}}
            }
            """),
        Rule.At(0, "CG1028", DiagnosticSeverity.Info, "'Pipe.Read' becomes 'Stream.ReadAsync', which 'Pipe' does not override: it runs the original on a thread of the pool, which waits; override it, or offload the calls: [assembly: OffloadCalls(typeof(Pipe), \"Read\")]"));

    [Fact]
    public Task Streams_that_wait_as_they_should_or_not_at_all() => Rule.IsSilent(
        Program(
            "Own own, Tagged tagged, InMemory memory, Stream any, FileStream file, MemoryStream framework, byte[] bytes",
            """
            own.Read(bytes, 0, 1);
            own.Read(bytes);
            tagged.Read(bytes, 0, 1);
            memory.Read(bytes, 0, 1);
            any.Read(bytes, 0, 1);
            file.Read(bytes, 0, 1);
            framework.Read(bytes, 0, 1);
            using Own end = new();
            """,
            $$"""
            class Own : Stream
            {
                public override int Read(byte[] buffer, int offset, int count) { Thread.Sleep(1); return 0; }
                public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(0);
                protected override void Dispose(bool disposing) => Thread.Sleep(1);
            {{StreamRest}}
            }

            partial class Tagged : Stream
            {
                [Coroutine] public override int Read(byte[] buffer, int offset, int count) { Thread.Sleep(1); return 0; }
            {{StreamRest}}
            }

            class InMemory : Stream
            {
                public override int Read(byte[] buffer, int offset, int count) => 0;
            {{StreamRest}}
            }
            """));

    [Fact]
    public Task Readers_and_writers() => Rule.Reports(
        Program(
            "SlowReader reader, SlowWriter writer, TextReader any, StringWriter text",
            """
            reader.{|CG1028:ReadLine|}();
            writer.{|CG1028:Flush|}();
            any.ReadLine();
            text.Write("a");
            """,
            """
            class SlowReader : TextReader { public override string? ReadLine() { Thread.Sleep(1); return null; } }
            class SlowWriter : TextWriter { public override System.Text.Encoding Encoding => null!; public override void Flush() => Thread.Sleep(1); }
            """));

    [Fact]
    public Task Connections_whose_provider_has_no_asynchronous_members() => Rule.Reports(
        Program(
            "Slow slow, Real real, DbConnection any, IDbConnection contract",
            """
            slow.{|#0:Open|}();
            real.Open();
            any.Open();
            contract.Open();
            """,
            """
            abstract class Slow : DbConnection { public override void Open() => Thread.Sleep(1); }
            abstract class Real : DbConnection
            {
                public override void Open() => Thread.Sleep(1);
                public override Task OpenAsync(CancellationToken cancellationToken) => Task.Delay(1);
            }
            """),
        Rule.At(0, "CG1028", DiagnosticSeverity.Info, "'Slow.Open' becomes 'DbConnection.OpenAsync', which 'Slow' does not override: it calls the original and blocks the thread of all coroutines; override it, or offload the calls: [assembly: OffloadCalls(typeof(Slow), \"Open\")]"));
}
