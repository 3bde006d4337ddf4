using CoGen.Analyzers.Tests.Harness;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Tests.Catalog;

public class BuiltInRuleTests
{
    [Theory]
    [InlineData("Task.WaitAll((IEnumerable<Task>)new Task[0], default);", "all of the tasks")]
    [InlineData("new Task(M).RunSynchronously(TaskScheduler.Current);", "the task, when the scheduler")]
    [InlineData("Directory.EnumerateFiles(\"d\", \"*\");", "the file system")]
    [InlineData("Stream.Null.EndRead(null!);", "the read to end")]
    [InlineData("new System.Transactions.TransactionScope().Dispose();", "the transaction")]
    [InlineData("((System.Xml.XmlReader)null!).Skip();", "the stream below")]
    [InlineData("new System.Xml.XmlDocument().Load((System.Xml.XmlReader)null!);", "the stream or the file")]
    public void A_known_call_that_stays_says_what_it_waits_for(string statements, string waitsFor)
    {
        PatchRule? row = PatchRules.BuiltIn.FindBlocking(FrameworkSymbols.LastCall(statements));

        Assert.NotNull(row);
        Assert.StartsWith(waitsFor, row.WaitsFor);
    }

    [Theory]
    [InlineData("new Thread(M).Join();", PatchAction.Cooperate)]
    [InlineData("new Thread(M).Join(100);", PatchAction.Cooperate)]
    [InlineData("new ManualResetEvent(false).WaitOne();", PatchAction.Cooperate)]
    [InlineData("new System.Collections.Concurrent.BlockingCollection<int>().Take();", PatchAction.Cooperate)]
    [InlineData("Monitor.TryEnter(this);", PatchAction.Cooperate)]
    [InlineData("Monitor.TryEnter(this, 10);", PatchAction.Cooperate)]
    [InlineData("new System.Net.NetworkInformation.Ping().Send(\"host\");", PatchAction.Adapt)]
    [InlineData("((Task)null!).Wait();", PatchAction.Swap)]
    [InlineData("Parallel.ForEach(new[] { 1 }, i => { });", PatchAction.Offload)]
    [InlineData("System.Linq.ParallelEnumerable.ForAll<int>(null!, i => { });", PatchAction.Offload)]
    [InlineData("File.Copy(\"a\", \"b\");", PatchAction.Offload)]
    public void A_known_call_blocks_until_something_takes_its_place(string statements, PatchAction action) =>
        Assert.Equal(action, PatchRules.BuiltIn.FindBlocking(FrameworkSymbols.LastCall(statements))?.Action);

    [Theory]
    [InlineData("new FileStream(\"f\", FileMode.Open).ReadByte();")]
    [InlineData("new System.Net.Sockets.NetworkStream(null!).ReadByte();")]
    public void An_override_blocks_as_what_it_overrides(string statements) =>
        Assert.Equal("M:System.IO.Stream.ReadByte", PatchRules.BuiltIn.FindBlocking(FrameworkSymbols.LastCall(statements))?.Member);

    [Theory]
    [InlineData("new MemoryStream().ReadByte();")]
    [InlineData("new StringReader(\"\").Read();")]
    [InlineData("Console.Out.WriteLine(1);")]
    [InlineData("Monitor.TryEnter(this, 0);")]
    [InlineData("Monitor.TryEnter(this, TimeSpan.Zero);")]
    [InlineData("new ManualResetEventSlim().Wait(0);")]
    [InlineData("new ManualResetEventSlim().Wait(default(TimeSpan));")]
    [InlineData("new List<int>().Add(1);")]
    [InlineData("object o = null!; LazyInitializer.EnsureInitialized(ref o);")]
    [InlineData("object o = null!; LazyInitializer.EnsureInitialized(ref o, () => new object());")]
    [InlineData("new SynchronizationContext().Wait(null!, false, 1);")]
    [InlineData("new Timer(_ => { }).Dispose(new ManualResetEvent(false));")]
    [InlineData("((RegisteredWaitHandle)null!).Unregister(null);")]
    public void What_never_waits_does_not_block(string statements) =>
        Assert.Null(PatchRules.BuiltIn.FindBlocking(FrameworkSymbols.LastCall(statements)));

    [Fact]
    public void A_member_of_memory_that_writes_elsewhere_blocks() =>
        Assert.NotNull(PatchRules.BuiltIn.FindBlocking(FrameworkSymbols.LastCall("new MemoryStream().WriteTo(null!);")));

    [Theory]
    [InlineData("new MemoryStream().Write(new byte[1], 0, 1);", DenyRule.Harmless)]
    [InlineData("new MemoryStream().ReadExactly(new byte[1]);", DenyRule.Harmless)]
    [InlineData("new StringWriter().Write(\"\");", DenyRule.Harmless)]
    [InlineData("Console.Out.WriteLine(\"\");", DenyRule.Harmless)]
    [InlineData("Console.Error.Flush();", DenyRule.Harmless)]
    [InlineData("new CancellationTokenSource().Cancel();", DenyRule.Harmless)]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(1);", DenyRule.Harmless)]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<int>(\"1\");", DenyRule.Harmless)]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[1]);", DenyRule.Harmless)]
    [InlineData("Console.In.ReadLine();", DenyRule.Blocks)]
    [InlineData("System.Xml.XmlReader.Create(\"\").Read();", DenyRule.Async)]
    [InlineData("new FileStream(\"f\", FileMode.Open).Dispose();", DenyRule.Keep)]
    [InlineData("new System.Net.NetworkInformation.Ping().Send(\"host\");", DenyRule.Keep)]
    public void The_convention_leaves_alone(string statements, DenyRule rule) =>
        Assert.Equal(rule, ConventionExclusions.Find(FrameworkSymbols.LastCall(statements))?.Rule);

    [Theory]
    [InlineData("new MemoryStream().CopyTo(new FileStream(\"f\", FileMode.Open));")]
    [InlineData("new FileStream(\"f\", FileMode.Open).Read(new byte[1], 0, 1);")]
    [InlineData("new SemaphoreSlim(1).Wait();")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(Stream.Null, 1);")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<int>(Stream.Null);")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(Stream.Null);")]
    public void The_convention_may_swap(string statements) =>
        Assert.Null(ConventionExclusions.Find(FrameworkSymbols.LastCall(statements)));

    [Fact]
    public void A_property_or_a_constructor_may_block()
    {
        INamedTypeSymbol reader = FrameworkSymbols.Type("System.IO.StreamReader");
        INamedTypeSymbol client = FrameworkSymbols.Type("System.Net.Sockets.TcpClient");

        Assert.NotNull(PatchRules.BuiltIn.FindBlocking(reader.GetMembers("EndOfStream").Single()));
        Assert.Single(client.InstanceConstructors, constructor => PatchRules.BuiltIn.FindBlocking(constructor) is not null);
    }
}
