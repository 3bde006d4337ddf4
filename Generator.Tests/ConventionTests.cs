using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>Which call becomes which.</summary>
public class ConventionTests
{
    [Theory]
    [InlineData("stream.Read(bytes, 0, 3);", "await Co.Fair(stream.ReadAsync(bytes, 0, 3, Co.Token));")]
    [InlineData("stream.Read(bytes);", "await Co.Fair(stream.ReadAsync(bytes, Co.Token));")]
    [InlineData("stream.Read(bytes.AsSpan(1, 2));", "await Co.Fair(stream.ReadAsync(bytes.AsMemory(1, 2), Co.Token));")]
    [InlineData("stream.Read(memory.Span);", "await Co.Fair(stream.ReadAsync(memory, Co.Token));")]
    [InlineData("stream.Write(bytes, 0, 3);", "await Co.Fair(stream.WriteAsync(bytes, 0, 3, Co.Token));")]
    [InlineData("stream.CopyTo(stream);", "await Co.Fair(stream.CopyToAsync(stream, Co.Token));")]
    [InlineData("stream.Flush();", "await Co.Fair(stream.FlushAsync(Co.Token));")]
    [InlineData("stream.ReadExactly(buffer: bytes, offset: 0, count: 3);", "await Co.Fair(stream.ReadExactlyAsync(buffer: bytes, offset: 0, count: 3, cancellationToken: Co.Token));")]
    public void Streams(string call, string twin) => AssertBecomes(call, twin);

    [Theory]
    [InlineData("_ = reader.ReadLine();", "_ = await Co.Fair(reader.ReadLineAsync(Co.Token));")]
    [InlineData("int n = reader.ReadToEnd().Length;", "int n = (await Co.Fair(reader.ReadToEndAsync(Co.Token))).Length;")]
    [InlineData("writer.WriteLine(\"a\");", "await global::CoGen.Patches.TextWriterPatches.WriteLineAsync(writer, \"a\");")]
    [InlineData("_ = File.ReadAllText(\"a\");", "_ = await Co.Fair(File.ReadAllTextAsync(\"a\", Co.Token));")]
    [InlineData("File.WriteAllBytes(\"a\", bytes);", "await Co.Fair(File.WriteAllBytesAsync(\"a\", bytes, Co.Token));")]
    public void Text_and_files(string call, string twin) => AssertBecomes(call, twin);

    [Theory]
    [InlineData("socket.Connect(\"host\", 80);", "await Co.Fair(socket.ConnectAsync(\"host\", 80, Co.Token));")]
    [InlineData("socket.Send(bytes);", "await global::CoGen.Patches.SocketPatches.SendAsync(socket, bytes);")]
    [InlineData("socket.Receive(bytes, 0, 3, SocketFlags.None);", "await global::CoGen.Patches.SocketPatches.ReceiveAsync(socket, bytes, 0, 3, SocketFlags.None);")]
    [InlineData("_ = socket.Accept();", "_ = await Co.Fair(socket.AcceptAsync(Co.Token));")]
    [InlineData("_ = http.Send(request);", "_ = await Co.Fair(http.SendAsync(request, Co.Token));")]
    [InlineData("_ = Dns.GetHostAddresses(\"a\");", "_ = await Co.Fair(Dns.GetHostAddressesAsync(\"a\", Co.Token));")]
    [InlineData("_ = command.ExecuteReader();", "_ = await Co.Fair(command.ExecuteReaderAsync(Co.Token));")]
    [InlineData("while (command.ExecuteNonQuery() > 0) { }", "while (await Co.Fair(command.ExecuteNonQueryAsync(Co.Token)) > 0) { }")]
    public void Network_and_databases(string call, string twin) => AssertBecomes(call, twin);

    [Theory]
    [InlineData("task.Wait();", "await CoTask.WaitAsync(task);")]
    [InlineData("_ = task.Wait(5, token);", "_ = await CoTask.WaitAsync(task, 5, token);")]
    [InlineData("_ = number.Result + 1;", "_ = await CoTask.ResultAsync(number) + 1;")]
    [InlineData("_ = number.Result.ToString();", "_ = (await CoTask.ResultAsync(number)).ToString();")]
    [InlineData("_ = number.ConfigureAwait(false).GetAwaiter().GetResult();", "_ = await CoTask.GetResultAsync(number.ConfigureAwait(false));")]
    [InlineData("Thread.Sleep(5);", "await Co.SleepAsync(5);")]
    [InlineData("System.Threading.Thread.Sleep(TimeSpan.Zero);", "await Co.SleepAsync(TimeSpan.Zero);")]
    [InlineData("Thread.Yield();", "await Co.YieldAsync();")]
    public void Irregular_members(string call, string twin) => AssertBecomes(call, twin, parameters: "Task task, Task<int> number, CancellationToken token");

    [Theory]
    [InlineData("fiber.Join();", "await fiber.JoinAsync();")]
    [InlineData("_ = number.Result;", "_ = await number.GetResultAsync();")]
    [InlineData("Co.JoinAll(fiber, number);", "await Co.JoinAllAsync(fiber, number);")]
    [InlineData("Co.Sleep(1);", "await Co.SleepAsync(1);")]
    [InlineData("greenlet.Switch();", "await greenlet.SwitchAsync();")]
    [InlineData("Co.Run(Other);", "await Co.RunAsync(OtherAsync);")]
    [InlineData("Co.Spawn(Other);", "Co.Spawn(OtherAsync);")]
    public void CoGen_obeys_its_own_rule(string call, string twin) =>
        AssertBecomes(call + " Other();", twin + " await OtherAsync();", parameters: "Fiber fiber, Fiber<int> number, Greenlet greenlet");

    [Theory]
    [InlineData("new MemoryStream().Write(bytes, 0, 3);")]
    [InlineData("_ = new StringReader(\"a\").ReadLine();")]
    [InlineData("_ = nameof(stream.Read);")]
    [InlineData("_ = typeof(Thread);")]
    [InlineData("Console.WriteLine(1);")]
    public void What_does_not_block_stays(string call) => AssertBecomes(call, call);

    [Fact]
    public void The_own_token_is_joined_with_that_of_the_fiber() => AssertBecomes(
        "stream.Flush();", "await global::CoGen.CompilerServices.TokenAwait.For(stream.FlushAsync(Co.TokenOr(@event)), @event);", parameters: "Stream stream, CancellationToken @event");

    [Fact]
    public void A_token_that_is_passed_on_is_joined_too() => AssertBecomes(
        "_ = http.Send(request, token);", "_ = await global::CoGen.CompilerServices.TokenAwait.For(http.SendAsync(request, Co.TokenOr(token)), token);",
        parameters: "System.Net.Http.HttpClient http, System.Net.Http.HttpRequestMessage request, CancellationToken token");

    [Fact]
    public void Another_token_that_is_passed_stays() => AssertBecomes(
        "_ = http.Send(request, CancellationToken.None);", "_ = await Co.Fair(http.SendAsync(request, CancellationToken.None));",

        parameters: "System.Net.Http.HttpClient http, System.Net.Http.HttpRequestMessage request, CancellationToken token");

    [Fact]
    public void A_twin_must_fit()
    {
        const string Library = """
            public class Api
            {
                public int Other(int n) => n;
                public Task<string> OtherAsync(int n) => null!;
                public int Different(int n) => n;
                public Task<int> DifferentAsync(string n) => null!;
                public int Nothing(int n) => n;
                public void NothingAsync(int n) { }
                public int Old(int n) => n;
                [Obsolete("no")] public Task<int> OldAsync(int n) => null!;
                public int Secret(int n) => n;
                private Task<int> SecretAsync(int n) => null!;
                public T Tight<T>(T n) => n;
                public Task<T> TightAsync<T>(T n) where T : class => null!;
                public int Good(int n) => n;
                public ValueTask<int> GoodAsync(int n, CancellationToken required) => default;
            }
            """;
        AssertBecomes(
            "api.Other(1); api.Different(1); api.Nothing(1); api.Old(1); api.Secret(1); api.Tight(1); api.Good(1);",
            "api.Other(1); api.Different(1); api.Nothing(1); api.Old(1); api.Secret(1); api.Tight(1); await Co.Fair(api.GoodAsync(1, Co.Token));",
            parameters: "Api api",
            more: Library);
    }

    [Fact]
    public void A_hand_written_twin_is_used_and_not_repeated()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public partial class Tests
            {
                [Coroutine] public int Foo(int n) => n;
                public Task<int> FooAsync(int n, CancellationToken token = default) => Task.FromResult(n + 1);
                [Coroutine] public int Bar() { Thread.Sleep(0); return Foo(1); }
            }
            """).AssertCompiles();

        Assert.Contains("return await Co.Fair(FooAsync(1, Co.Token));", run.Twin("Bar"), StringComparison.Ordinal);
        Assert.Single(run.Twins);
    }

    private static void AssertBecomes(string call, string twin, string? parameters = null, string more = "")
    {
        const string Usual = "Stream stream, byte[] bytes, Memory<byte> memory, TextReader reader, TextWriter writer, Socket socket, HttpClient http, HttpRequestMessage request, DbCommand command";
        GeneratorRun run = GeneratorRun.Of($$"""
            using System.Data.Common;
            using System.Net;
            using System.Net.Http;
            using System.Net.Sockets;

            public partial class Sample
            {
                [Coroutine]
                private void Work({{parameters ?? Usual}})
                {
                    Thread.Sleep(0);
                    {{call}}
                }

                [Coroutine]
                private void Other() => Thread.Sleep(0);
            }

            {{more}}
            """).AssertCompiles();
        string line = run.Twin("Work").Split('\n').SkipWhile(static l => !l.Contains("SleepAsync(0)", StringComparison.Ordinal)).Skip(1).First().Trim();
        Assert.Equal(twin, line);
    }
}
