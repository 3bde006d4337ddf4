using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UnpatchedCallAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class UnpatchedCallTests
{
    [Fact]
    public Task Call_that_is_known_to_block_and_has_no_twin() => Rule.Reports(
        InCoroutine("new System.Xml.XmlDocument().{|#0:Load|}(System.Xml.XmlReader.Create(Stream.Null));"),
        Rule.Warning(0, "CG1001", "'XmlDocument.Load' blocks the thread of all coroutines and has no twin: it waits for the stream or the file. Read the text first, which is patched, and call LoadXml."));

    [Fact]
    public Task Constructor_that_nothing_can_take_the_place_of_here() => Rule.Reports(
        InCoroutine("""
            _ = {|#0:new System.Net.Sockets.TcpClient("host", 80) { NoDelay = true }|};
            """),
        Rule.Warning(0, "CG1016", "'new TcpClient' is not patched, though it looks as if it blocks: 'TcpClientPatches.NewAsync' cannot take the place of a creation with an initializer; assign the members afterwards"));

    [Fact]
    public Task Table_wins_over_a_namesake_that_does_not_fit() => Rule.IsSilent(
        InCoroutine("""
            new System.Diagnostics.Process().WaitForExit(100);
            new System.Net.NetworkInformation.Ping().Send("host");
            Parallel.ForEach(new[] { 1 }, _ => { });
            """));

    [Fact]
    public Task What_waits_for_the_operating_system_only_is_information() => Rule.Reports(
        InCoroutine("""
            foreach (string file in Directory.{|#0:EnumerateFiles|}("folder")) { }
            System.Xml.XmlReader.Create(Stream.Null).{|#1:Read|}();
            """),
        Rule.At(0, "CG1001", DiagnosticSeverity.Info, "'Directory.EnumerateFiles' blocks the thread of all coroutines and has no twin: it waits for the file system, at each step of the loop. Run the listing on a worker: Task.Run(() => Directory.GetFiles(path)).Result is patched."),
        Rule.At(1, "CG1001", DiagnosticSeverity.Info, "'XmlReader.Read' blocks the thread of all coroutines and has no twin: it waits for the stream below, when nothing is buffered. Load the document with XDocument.Load(stream, LoadOptions.None), which is patched."));

    [Fact]
    public Task Call_inside_a_lambda_or_local_function() => Rule.Reports(
        InCoroutine("""
            new List<int>().ForEach(n => Thread.{|#0:Sleep|}(n));
            new List<int>().ForEach(Nap);
            void Nap(int n) => Thread.{|#1:Sleep|}(n);
            """),
        Rule.Warning(0, "CG1004", "'Thread.Sleep' blocks, and is not patched inside a nested function, whose caller cannot wait for it. Write a foreach loop."),
        Rule.Warning(1, "CG1004", "'Thread.Sleep' blocks, and is not patched inside a nested function, whose caller cannot wait for it. Move the call out, or make the function a [Coroutine] method."));

    [Theory]
    [InlineData("Console.CancelKeyPress += (_, _) => Thread.{|#0:Sleep|}(1);", "Let the handler spawn a fiber for it, by Spawn of a scheduler, for the event may be raised on any thread")]
    [InlineData("Func<int, int> f = n => { Thread.{|#0:Sleep|}(n); return n; }; _ = System.Linq.Enumerable.ToList(System.Linq.Enumerable.Select(new[] { 1 }, n => f(n)));", "Make 'f' a [Coroutine] method, which the lambda that calls it can wait for")]
    [InlineData("_ = Array.ConvertAll(new[] { 1 }, n => { Thread.{|#0:Sleep|}(n); return n; });", "Write a loop, or Select and ToArray or ToList, which are patched")]
    [InlineData("_ = new Lazy<int>(() => Task.FromResult(1).{|#0:Result|}).Value;", "Make the value in a [Coroutine] method that keeps it in a field", "Task.Result")]
    [InlineData("System.Linq.Expressions.Expression<Action> tree = () => Thread.{|#0:Sleep|}(1);", "Take the call out of the expression tree, and use its value there")]
    [InlineData("Action both = () => Thread.{|#0:Sleep|}(1); both += () => { }; both();", "Call the functions one after the other, in place of 'both'")]
    [InlineData("Action both = () => { }; both += () => Thread.{|#0:Sleep|}(1); both();", "Call the functions one after the other, in place of 'both'")]
    [InlineData("new List<int>().Sort((a, b) => { Thread.{|#0:Sleep|}(1); return a - b; });", "Move the call out, or make the function a [Coroutine] method")]
    public Task What_takes_a_lambda_decides_the_advice(string statement, string advice, string member = "Thread.Sleep") => Rule.Reports(
        InCoroutine(statement),
        Rule.Warning(0, "CG1004", $"'{member}' blocks, and is not patched inside a nested function, whose caller cannot wait for it. {advice}."));

    [Fact]
    public Task Call_inside_a_lock_that_stays_one_of_the_thread() => Rule.Reports(
        InCoroutine("{|#1:lock|} (this) { Thread.{|#0:Sleep|}(1); new List<int>().ForEach(_ => Monitor.{|CG1004:Wait|}(this)); }"),
        Rule.Warning(1, "CG1022", "This lock blocks, and is not patched: 'Monitor.Wait' stays as it is inside, and only the thread may call it that holds the monitor. Move it out of the nested function, or use a CoLock with a CoCondition."),
        Rule.Warning(0, "CG1011", "'Thread.Sleep' blocks, and is not patched inside this lock, which belongs to the thread that other coroutines would go on using. Move the call out, or use a CoLock in place of the lock."));

    [Fact]
    public Task Lock_whose_monitor_is_pulsed_is_one_of_the_fiber() => Rule.IsSilent(
        InCoroutine("""
            lock (this)
            {
                Monitor.Wait(this, 10);
                new List<int>().ForEach(_ => Monitor.PulseAll(this));
                Thread.Sleep(1);
            }
            """));

    [Fact]
    public Task Call_inside_a_catch_filter() => Rule.Reports(
        InCoroutine("try { } catch (Exception) when (File.{|#0:ReadAllText|}(\"f\").Length > 0) { }"),
        Rule.Warning(0, "CG1012", "'File.ReadAllText' blocks, and is not patched in the filter of a catch, where nothing can wait. Move the call into the catch block."));

    [Fact]
    public Task Call_inside_unsafe_or_fixed() => Rule.Reports(
        InCoroutine("unsafe { Thread.{|#0:Sleep|}(1); }"),
        Rule.Warning(0, "CG1013", "'Thread.Sleep' blocks, and is not patched inside unsafe or fixed: no pointer may live while a coroutine waits. Move the call out of the block."));

    [Fact]
    public Task Call_in_a_conditional_chain_that_cannot_be_written_out() => Rule.Reports(
        InCoroutine("""
            Stream? stream = null;
            for (int i = 0; i < 3; i++, stream?.{|#0:Flush|}()) { }
            """),
        Rule.Warning(0, "CG1014", "'Stream.Flush' blocks, and is not patched in this ?. chain, which cannot be written out where it stands. Test the receiver for null with 'if', and write '.' in place of '?.'."));

    [Fact]
    public Task Span_that_is_alive_across_a_call() => Rule.Reports(
        InCoroutine("""
            int n = 0;
            Span<int> span = new(ref n);
            Thread.{|#0:Sleep|}(1);
            span[0] = 1;
            """),
        Rule.Warning(0, "CG1015", "'Thread.Sleep' blocks, and is not patched while a span or another ref-like value is in use before and after it. Use an array or Memory<T>, or end the use before the call."));

    [Fact]
    public Task Reference_that_does_not_last() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void Bump(ref int n) => n++;

            [Coroutine]
            void M(int[] cells)
            {
                {|#0:Bump|}(ref cells.AsSpan()[0]);
                Bump(ref cells[0]);
            }
        }
        """,
        Rule.Warning(0, "CG1017", "'C.Bump' blocks, and is not patched, because 'ref cells.AsSpan()[0]' could not be written to after a yield. Pass a local or a field, and copy it."));

    [Fact]
    public Task Twin_that_can_only_call_its_original() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void Skip(ref ReadOnlySpan<byte> rest) => rest = rest[1..];

            [Coroutine]
            void M(byte[] bytes)
            {
                ReadOnlySpan<byte> rest = bytes;
                {|#0:Skip|}(ref rest);
            }
        }
        """,
        Rule.Warning(0, "CG1018", "'C.Skip' is not patched, because parameter 'rest' is ReadOnlySpan<byte>, by reference, so that its twin can only call it. Take an array, Memory<T> or a class."));

    [Fact]
    public Task Twin_that_blocks_just_the_same() => Rule.Reports(
        InCoroutine("Console.In.{|#0:ReadLine|}();"),
        Rule.Warning(0, "CG1016", "'TextReader.ReadLine' is not patched, though it looks as if it blocks: its async members read on the caller's thread and block it just the same"));

    [Fact]
    public Task Namesake_that_does_not_fit_is_information() => Rule.Reports(
        """
        using CoGen;

        class Client
        {
            public int Get() => 1;
            public Task<string> GetAsync() => Task.FromResult("");
        }

        partial class C
        {
            [Coroutine]
            void M() => new Client().{|#0:Get|}();
        }
        """,
        Rule.At(0, "CG1016", DiagnosticSeverity.Info, "'Client.Get' is not patched, though it looks as if it blocks: 'Client.GetAsync' yields string, not int"));

    [Fact]
    public Task Body_that_cannot_be_repeated() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M()
            {
                int {|#0:await|} = 1;
                Thread.Sleep(await);
            }
        }
        """,
        Rule.Warning(0, "CG1021", "The twin of 'M' calls the original and blocks the scheduler, because it uses 'await' as a name here; move what blocks into a method without that"));

    [Fact]
    public Task What_is_patched_or_does_not_block() => Rule.IsSilent(
        InCoroutine("""
            Thread.Sleep(1);
            Task.Delay(1).Wait();
            _ = Task.FromResult(1).Result;
            Task.FromResult(1).GetAwaiter().GetResult();
            SemaphoreSlim gate = new(1);
            gate.Wait();
            gate.Wait(0);
            Stream stream = Stream.Null;
            stream.Write(new byte[1], 0, 1);
            stream.CopyTo(Stream.Null);
            stream.Dispose();
            MemoryStream memory = new();
            memory.ReadByte();
            memory.Write(new byte[1], 0, 1);
            Console.WriteLine(1);
            Console.Out.WriteLine(1);
            new StringWriter().Write("");
            System.Text.Json.JsonSerializer.Deserialize<int>(System.Text.Json.JsonSerializer.Serialize(1));
            System.Security.Cryptography.SHA256.HashData(new byte[1]);
            new CancellationTokenSource().Cancel();
            _ = nameof(Thread.Join);
            Action<int> sleep = n => Thread.Sleep(n);
            sleep(1);
            Nap();
            void Nap() => Thread.Sleep(1);
            Co.Spawn(() => Thread.Sleep(1));
            lock (this) { Console.WriteLine(); }
            """));

    [Fact]
    public Task Blocking_that_is_moved_to_another_thread() => Rule.IsSilent(
        InCoroutine("""
            Task.Run(() => File.Copy("a", "b")).Wait();
            new Thread(() => Thread.Sleep(1)).Start();
            new Thread(delegate () { Thread.Sleep(1); }).Start();
            ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(1));
            Parallel.ForEach(new[] { 1 }, n => Thread.Sleep(n));
            _ = System.Linq.ParallelEnumerable.Any(System.Linq.ParallelEnumerable.AsParallel(new[] { 1 }), n => File.Exists("a") || Task.Delay(n).Wait(1));
            Task.Run(Nap).Wait();
            static void Nap() => Thread.Sleep(1);
            """));

    [Fact]
    public Task Methods_that_are_no_coroutines() => Rule.IsSilent(
        """
        class C
        {
            void M() => new Thread(() => { }).Join();
        }
        """);

    [Fact]
    public Task Methods_without_a_twin_have_an_error_already() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            ref int M(int[] n)
            {
                new Thread(() => { }).Join();
                return ref n[0];
            }
        }
        """);

    private static string InCoroutine(string statements) =>
        $$"""
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M()
            {
                {{statements}}
            }
        }
        """;

    [Fact]
    public Task Struct_method_that_writes_this() => Rule.Reports(
        """
        using CoGen;

        partial struct Counter
        {
            private int _count;

            [Coroutine]
            public void Increment()
            {
                Thread.Sleep(1);
                {|#0:_count|}++;
            }

            [Coroutine]
            public int Read()
            {
                Thread.Sleep(1);
                return _count;
            }
        }
        """,
        Rule.Warning(0, "CG1021", "The twin of 'Increment' calls the original and blocks the scheduler, because it writes to its struct here; move what blocks into a method without that"));

    [Fact]
    public Task Property_that_is_used_in_place() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            int P { get { Thread.Sleep(1); return 1; } set => Thread.Sleep(value); }

            [Coroutine]
            void M()
            {
                int n = {|#0:P|}++;
                P++;
                P = P + 1;
                _ = new C { {|CG1020:P|} = 1 } is { {|CG1020:P|}: 2 };
            }
        }
        """,
        Rule.Warning(0, "CG1020", "'C.P' blocks the scheduler here, because a property that is changed in place, set by an initializer, or read by a pattern cannot be awaited; read it into a local, or assign it in a statement of its own"));
}
