using CoGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.BlockingDelegateAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class BlockingDelegateTests
{
    [Fact]
    public Task Bare_sleep_at_top_level() => Rule.ReportsInProgram(
        """
        Action<int> f = Thread.{|#0:Sleep|};
        f(1);
        """,
        Rule.Warning(0, "CG1003", "'Thread.Sleep' blocks, and as a delegate it escapes the patch: whoever calls the delegate calls the blocking original. Call it by its name where 'f' is called."));

    [Fact]
    public Task Bare_sleep_in_an_ordinary_method_or_field() => Rule.Reports(
        """
        using static System.Threading.Thread;

        class C
        {
            private static readonly Action<int> s_sleep = {|#0:Sleep|};
            private Action? _wait;

            void M(Task task)
            {
                _wait = task.{|#1:Wait|};
                var f = (Action<int>){|#2:Sleep|};
                f(1);
            }
        }
        """,
        Rule.Warning(0, "CG1003", "'Thread.Sleep' blocks, and as a delegate it escapes the patch: whoever calls the delegate calls the blocking original. Call it by its name, in a [Coroutine] method."),
        Rule.Warning(1, "CG1003", "'Task.Wait' blocks, and as a delegate it escapes the patch: whoever calls the delegate calls the blocking original. Call it by its name, in a [Coroutine] method."),
        Rule.Warning(2, "CG1003", "'Thread.Sleep' blocks, and as a delegate it escapes the patch: whoever calls the delegate calls the blocking original. Call it by its name where 'f' is called."));

    [Fact]
    public Task Captures_in_a_coroutine() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void Load(int n) => Thread.Sleep(n);

            [Coroutine]
            void M(List<int> numbers, Stream stream)
            {
                numbers.ForEach(Thread.{|CG1003:Sleep|});
                numbers.ForEach({|CG1003:Load|});
                Func<string, System.Net.NetworkInformation.PingReply> ping = new System.Net.NetworkInformation.Ping().{|CG1003:Send|};
                ping("host");
                Func<byte[], int, int, int> read = stream.{|CG1003:Read|};
                read(new byte[1], 0, 1);
                Action<int> load = {|CG1003:Load|};
                load += n => { };
                load(1);
            }
        }
        """);

    [Fact]
    public Task What_takes_the_delegate_decides_the_advice() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            private event Action<int>? Loaded;

            [Coroutine]
            void Load(int n) => Thread.Sleep(n);

            [Coroutine]
            int Read(int n) { Thread.Sleep(n); return n; }

            [Coroutine]
            int Make() { Thread.Sleep(1); return 1; }

            [Coroutine]
            void M(int[] numbers)
            {
                Loaded += {|#0:Load|};
                Loaded -= Load;
                Array.ForEach(numbers, {|#1:Load|});
                Array.ConvertAll(numbers, {|#2:Read|});
                _ = new Lazy<int>({|#3:Make|}).Value;
                Action<int> both = {|#4:Load|};
                both += n => { };
                both(1);
            }
        }
        """,
        Rule.Warning(0, "CG1003", Captured("C.Load", "Let the handler spawn a fiber for it, by Co.Spawn")),
        Rule.Warning(1, "CG1003", Captured("C.Load", "Write a foreach loop")),
        Rule.Warning(2, "CG1003", Captured("C.Read", "Write a loop, or Select and ToArray or ToList, which are patched")),
        Rule.Warning(3, "CG1003", Captured("C.Make", "Make the value in a [Coroutine] method that keeps it in a field")),
        Rule.Warning(4, "CG1003", Captured("C.Load", "Call the functions one after the other, in place of 'both'")));

    private static string Captured(string method, string advice) =>
        $"'{method}' blocks, and as a delegate it escapes the patch: whoever calls the delegate calls the blocking original. {advice}.";

    [Fact]
    public Task What_the_convention_knows_counts_beside_a_coroutine() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            private readonly Action _flush;

            C(Stream stream) => _flush = stream.{|CG1003:Flush|};

            [Coroutine]
            void M() => _flush();
        }
        """);

    [Theory]
    [InlineData("static readonly Action<int>[] s_table = [Thread.{|CG1003:Sleep|}];")]
    [InlineData("static readonly Action<int>[] s_table = { Thread.{|CG1003:Sleep|} };")]
    [InlineData("static readonly Action<int>[] s_table = new Action<int>[] { Thread.{|CG1003:Sleep|} };")]
    [InlineData("static readonly List<Action<int>> s_table = [Thread.{|CG1003:Sleep|}];")]
    [InlineData("static readonly List<Action<int>> s_table = new() { Thread.{|CG1003:Sleep|} };")]
    [InlineData("static readonly Dictionary<string, Action<int>> s_table = new() { [\"sleep\"] = Thread.{|CG1003:Sleep|} };")]
    [InlineData("static readonly Dictionary<string, Action<int>> s_table = new() { { \"sleep\", Thread.{|CG1003:Sleep|} } };")]
    [InlineData("static readonly (string, Action<int>) s_pair = (\"sleep\", Thread.{|CG1003:Sleep|});")]
    [InlineData("static readonly (string, Action<int>)[] s_table = [(\"sleep\", Thread.{|CG1003:Sleep|})];")]
    [InlineData("Action<int> Get() => Thread.{|CG1003:Sleep|};")]
    [InlineData("Action<int> Get() { return Thread.{|CG1003:Sleep|}; }")]
    [InlineData("Action<int> Get(bool b) => b ? Thread.{|CG1003:Sleep|} : Console.WriteLine;")]
    [InlineData("Action<int> Get(int n) => n switch { 1 => Thread.{|CG1003:Sleep|}, _ => Console.WriteLine };")]
    [InlineData("Action<int> Sleeper => Thread.{|CG1003:Sleep|};")]
    [InlineData("Action<int> Sleeper { get; set; } = Thread.{|CG1003:Sleep|};")]
    [InlineData("void M(Action<int>? sleep = null) { sleep ??= Thread.{|CG1003:Sleep|}; sleep(1); }")]
    [InlineData("void M(List<Action<int>> table) => table.Add(Thread.{|CG1003:Sleep|});")]
    [InlineData("void M(Action<int>[] table) => table[0] = Thread.{|CG1003:Sleep|};")]
    [InlineData("void M(Action<int>? other) { Action<int> sleep = other ?? Thread.{|CG1003:Sleep|}; sleep(1); }")]
    public Task Wherever_a_sleep_is_kept(string member) => Rule.Reports($"class C {{ {member} }}");

    [Theory]
    [InlineData("_load(1);")]
    [InlineData("_load.Invoke(1);")]
    [InlineData("this._load(1);")]
    [InlineData("_load?.Invoke(1);")]
    public Task A_coroutine_in_a_field_that_another_calls(string call) => Rule.Reports(
        $$"""
        using CoGen;

        partial class C
        {
            private readonly Action<int> _load = {|#0:Load|};
            private readonly Action<int> _spawned;
            private readonly Action<int> _plain;

            C() { _spawned = Load; _plain = Load; }

            [Coroutine]
            static void Load(int n) => Thread.Sleep(n);

            [Coroutine]
            void M() { {{call}} Co.Spawn(_spawned, 1); Task.Run(() => _spawned(1)); }

            void Plain() => _plain(1);
        }
        """,
        Rule.Warning(0, "CG1003", Captured("C.Load", "Call it by its name in 'M', which calls '_load'")));

    [Theory]
    [InlineData("void M(Action<int> sleep) { M(Thread.Sleep); }")]
    [InlineData("void M(List<int> numbers) => numbers.ForEach(Thread.Sleep);")]
    [InlineData("static readonly Action<string?>[] s_table = [Console.WriteLine];")]
    [InlineData("static readonly Action[] s_table = [Stream.Null.Flush];")]
    [InlineData("static readonly Thread s_thread = new(Sleep); static void Sleep() => Thread.Sleep(1);")]
    public Task What_is_called_at_once_or_does_not_wait(string member) => Rule.IsSilent($"class C {{ {member} }}");

    [Theory]
    [InlineData("static readonly Action<int>[] s_table = [Thread.Sl")]
    [InlineData("Action<int> Get() => Thread.Sleep")]
    [InlineData("void M() { _unknown = Thread.Sleep; }")]
    public Task Half_typed_code(string member) => Rule.BearsBroken($"class C {{ {member} }}");

    [Fact]
    public Task Captures_that_do_no_harm() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            private Action? _flush;

            [Coroutine]
            void Load() => Thread.Sleep(1);

            [Coroutine]
            void M(List<int> numbers)
            {
                Action load = Load;
                Co.Spawn(load);
                Action called = Load;
                if (numbers.Count > 0) called = () => numbers.Clear();
                called();
                Co.Spawn(Load);
                numbers.ForEach(Console.WriteLine);
                new List<string>().ForEach(File.Delete);
                new Thread(Load).Start();
                Task.Run(Load).Wait();
                Action<byte[], int, int> write = new MemoryStream().Write;
                _ = nameof(Thread.Sleep);
            }

            void N(List<int> numbers)
            {
                Action a = Load;
                Co.Spawn(a);
                numbers.ForEach(Thread.Sleep);
                Task.Run(Load);
            }
        }

        class Elsewhere
        {
            private readonly Action _flush;

            Elsewhere(Stream stream) => _flush = stream.Flush;
        }
        """);

    [Fact]
    public Task Calling_directly_at_top_level() => Rule.IsFixed<CallDirectlyCodeFix>(
        """
        // Sleeps.
        Console.WriteLine("before");
        Action<int> f = Thread.{|CG1003:Sleep|};
        f(1); // once
        for (int i = 0; i < 3; i++)
        {
            f.Invoke(i);
        }
        """,
        """
        // Sleeps.
        Console.WriteLine("before");
        Thread.Sleep(1); // once
        for (int i = 0; i < 3; i++)
        {
            Thread.Sleep(i);
        }
        """,
        kind: OutputKind.ConsoleApplication);

    [Fact]
    public Task Calling_directly_in_several_methods() => Rule.IsFixed<CallDirectlyCodeFix>(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(Stream stream)
            {
                Action<int> f = Thread.{|CG1003:Sleep|};
                Func<byte[], int, int, int> read = stream.{|CG1003:Read|};
                f(read(new byte[1], 0, 1));
            }

            void N()
            {
                var g = (Action<int>)Thread.{|CG1003:Sleep|};
                g(1);
            }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(Stream stream)
            {
                Thread.Sleep(stream.Read(new byte[1], 0, 1));
            }

            void N()
            {
                Thread.Sleep(1);
            }
        }
        """);

    [Fact]
    public Task Calling_in_a_lambda() => Rule.IsFixed<CallDirectlyCodeFix>(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(Stream stream)
            {
                Action<int> f = Thread.{|CG1003:Sleep|}; // naps
                f(1);
                Func<byte[], int, int, int> read = stream.{|CG1003:Read|};
                f(read(new byte[1], 0, 1));
            }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(Stream stream)
            {
                Action<int> f = millisecondsTimeout => Thread.Sleep(millisecondsTimeout); // naps
                f(1);
                Func<byte[], int, int, int> read = (buffer, offset, count) => stream.Read(buffer, offset, count);
                f(read(new byte[1], 0, 1));
            }
        }
        """,
        codeActionIndex: 1);

    [Theory]
    [InlineData("Action<int> f = Thread.{|CG1003:Sleep|}; f(1); Console.WriteLine(f);")]
    [InlineData("Action<int> f = Thread.{|CG1003:Sleep|}; f(1); f = Console.WriteLine;")]
    [InlineData("Action<int> f = Thread.{|CG1003:Sleep|}, g = Console.WriteLine; f(1); g(1);")]
    [InlineData("Action<int> f = Thread.{|CG1003:Sleep|};")]
    [InlineData("Func<int, bool> f = Task.Delay(1).{|CG1003:Wait|}; f(1);")]
    public Task No_fix_where_the_delegate_is_more_than_called(string statements) =>
        Rule.IsNotFixed<CallDirectlyCodeFix>($"class C {{ void M() {{ {statements} }} }}");
}
