using CoGen.Analyzers.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Tests.Catalog;

/// <summary>What the tables advise to write instead is patched indeed.</summary>
public class AdviceTests
{
    [Theory]
    [InlineData("void M(Fiber fiber) => fiber.Join();")]
    [InlineData("void M(Fiber fiber) => Co.JoinAll(fiber);")]
    [InlineData("void M() => Co.Yield();")]
    [InlineData("void M(SemaphoreSlim gate) => gate.Wait();")]
    [InlineData("void M(TaskCompletionSource done) => done.Task.Wait();")]
    [InlineData("void M(List<Task> tasks) => Task.WhenAll(tasks).Wait();")]
    [InlineData("void M(List<Task> tasks) => Task.WhenAny(tasks).Wait();")]
    [InlineData("Task M(List<Task> tasks, int unused) { Task first = Task.WhenAny(tasks).Result; return first; }")]
    [InlineData("void M(int[] items) => Parallel.ForEachAsync(items, (item, token) => ValueTask.CompletedTask).Wait();")]
    [InlineData("void M() => Parallel.ForAsync(0, 9, (i, token) => ValueTask.CompletedTask).Wait();")]
    [InlineData("void M() => Task.Run(() => File.Copy(\"a\", \"b\")).Wait();")]
    [InlineData("string[] M() => Task.Run(() => Directory.GetFiles(\"a\")).Result;")]
    [InlineData("int M(Channel<int> channel) => channel.Reader.ReadAsync().AsTask().Result;")]
    [InlineData("void M(Channel<int> channel) => channel.Writer.WriteAsync(1).AsTask().Wait();")]
    [InlineData("bool M(Channel<int> channel) => channel.Writer.WriteAsync(1).AsTask().Wait(100);")]
    [InlineData("bool M(Channel<int> channel) => channel.Reader.WaitToReadAsync().AsTask().Wait(100);")]
    [InlineData("bool M(Channel<int> channel) => channel.Reader.WaitToReadAsync().AsTask().Result;")]
    [InlineData("int M(Socket socket) => socket.Receive(Array.Empty<byte>());")]
    [InlineData("Socket M(Socket socket) => socket.Accept();")]
    [InlineData("SocketReceiveFromResult M(Socket socket, byte[] buffer, EndPoint sender) => socket.ReceiveFromAsync(buffer, sender).Result;")]
    [InlineData("SocketReceiveFromResult M(Socket socket, Memory<byte> buffer, EndPoint sender) => socket.ReceiveFromAsync(buffer, sender).AsTask().Result;")]
    [InlineData("UdpReceiveResult M(UdpClient client) => client.ReceiveAsync().Result;")]
    [InlineData("void M(TcpClient client) => client.Connect(\"host\", 80);")]
    [InlineData("IPAddress[] M() => Dns.GetHostAddresses(\"host\");")]
    [InlineData("IPHostEntry M() => Dns.GetHostEntry(\"host\");")]
    [InlineData("PingReply M(Ping ping) => ping.SendPingAsync(\"host\").Result;")]
    [InlineData("void M(SmtpClient client, MailMessage mail) => client.SendMailAsync(mail).Wait();")]
    [InlineData("string M(WebClient client) => client.DownloadStringTaskAsync(\"uri\").Result;")]
    [InlineData("int M(Stream stream) => stream.Read(new byte[1], 0, 1);")]
    [InlineData("void M(Stream stream) => stream.ReadExactly(new byte[4]);")]
    [InlineData("void M(Stream stream) => stream.ReadExactly(new byte[4], 0, 4);")]
    [InlineData("void M(Stream stream, byte[] bytes) => stream.Write(bytes, 0, bytes.Length);")]
    [InlineData("void M(MemoryStream memory, Stream stream) => memory.CopyTo(stream);")]
    [InlineData("void M(Stream stream, MemoryStream memory) => stream.CopyTo(memory);")]
    [InlineData("void M(FileStream stream) => stream.Flush();")]
    [InlineData("void M(BinaryWriter writer) => writer.BaseStream.Flush();")]
    [InlineData("void M() { Action<int> f = millisecondsTimeout => Thread.Sleep(millisecondsTimeout); f(1); }")]
    [InlineData("void M(Stream s) { Func<byte[], int, int, int> f = (buffer, offset, count) => s.Read(buffer, offset, count); f(new byte[1], 0, 1); }")]
    [InlineData("int M(TextReader reader) => reader.Read(new char[1], 0, 1);")]
    [InlineData("string? M(StreamReader reader) => reader.ReadLine();")]
    [InlineData("string? M() => new StreamReader(Console.OpenStandardInput()).ReadLine();")]
    [InlineData("void M(TextWriter writer, int value) => writer.Write(value.ToString());")]
    [InlineData("void M(TextWriter writer, int value) => writer.Write($\"{value}\");")]
    [InlineData("void M(TextWriter writer, int value) => writer.WriteLine(value.ToString());")]
    [InlineData("bool M(Process process) => process.WaitForExitAsync().Wait(100);")]
    [InlineData("void M(Process process) => process.WaitForExit();")]
    [InlineData("DbDataReader M(DbCommand command) => command.ExecuteReader();")]
    [InlineData("int M(DbCommand command) => command.ExecuteNonQuery();")]
    [InlineData("object? M(DbCommand command) => command.ExecuteScalar();")]
    [InlineData("void M(DbConnection connection) => connection.Open();")]
    [InlineData("DbTransaction M(DbConnection connection) => connection.BeginTransaction();")]
    [InlineData("System.Data.DataTable M(DbConnection connection) => connection.GetSchema();")]
    [InlineData("void M(DbTransaction transaction) => transaction.Commit();")]
    [InlineData("void M(DbTransaction transaction) => transaction.Rollback();")]
    [InlineData("bool M(DbDataReader reader) => reader.Read();")]
    [InlineData("bool M(DbDataReader reader) => reader.NextResult();")]
    [InlineData("XDocument M(Stream stream) => XDocument.Load(stream, LoadOptions.None);")]
    [InlineData("XElement M(Stream stream) => XElement.Load(stream, LoadOptions.None);")]
    [InlineData("void M(XDocument document, Stream stream) => document.Save(stream, SaveOptions.None);")]
    [InlineData("string M() => File.ReadAllText(\"a\");")]
    [InlineData("byte[] M() => File.ReadAllBytes(\"a\");")]
    [InlineData("void M() => File.WriteAllText(\"a\", \"b\");")]
    [InlineData("ZipArchive M(Stream stream) => ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, false, null).Result;")]
    [InlineData("void M(System.Transactions.CommittableTransaction transaction) => Task.Factory.FromAsync(transaction.BeginCommit, transaction.EndCommit, null).Wait();")]
    public void Advised_code_is_patched(string method)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Data.Common;
            using System.Diagnostics;
            using System.IO;
            using System.IO.Compression;
            using System.Net;
            using System.Net.Mail;
            using System.Net.NetworkInformation;
            using System.Net.Sockets;
            using System.Threading;
            using System.Threading.Channels;
            using System.Threading.Tasks;
            using System.Xml.Linq;
            using CoGen;

            partial class C
            {
                [Coroutine]
                {{method}}
            }
            """,
            new CSharpParseOptions(LanguageVersion.CSharp14),
            cancellationToken: cancellationToken);
        CSharpCompilation compilation = FrameworkSymbols.Empty
            .AddReferences(MetadataReference.CreateFromFile(typeof(Co).Assembly.Location))
            .WithOptions(FrameworkSymbols.Empty.Options.WithNullableContextOptions(NullableContextOptions.Enable))
            .AddSyntaxTrees(tree);
        Assert.Empty(compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));

        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax declaration = tree.GetRoot(cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(
            model.GetDeclaredSymbol(declaration, cancellationToken)!, declaration, model, KnownTypes.Of(compilation)!, cancellationToken);

        Assert.NotEmpty(analysis.Patched);
        Assert.DoesNotContain(analysis.Unpatched, call => !IsInLambda(call, tree));
    }

    private static bool IsInLambda(UnpatchedCall call, SyntaxTree tree) =>
        tree.GetRoot().FindNode(call.Location.SourceSpan).FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null;
}
