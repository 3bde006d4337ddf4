using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UnendingLoopAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class UnendingLoopTests
{
    private static string InCoroutine(string statements) => $$"""
        using System.Collections.Concurrent;
        using System.Diagnostics;
        using CoGen;

        partial class C
        {
            private bool _done;
            private volatile int _state;
            private readonly ConcurrentQueue<int> _queue = new();
            private bool Done { get; set; }
            private bool Next => !_done;

            static void Work() { }
            static void Nap() => Thread.Sleep(1);
            bool Step() => _done;

            [Coroutine]
            void M(Task task, Stream stream, int n, Func<bool> ask)
            {
                {{statements}}
            }
        }
        """;

    [Fact]
    public Task The_message_says_what_it_spins_for() => Rule.Reports(
        InCoroutine("{|#0:while|} (!_done) { } {|#1:while|} (true) { Work(); }"),
        Rule.Warning(0, "CG1029", "This loop never yields: it spins until '_done' changes, and meanwhile no other fiber of its thread runs that could change it. Wait for an event, such as CoEvent, or call Co.Yield() in the loop."),
        Rule.Warning(1, "CG1029", "This loop never yields: it has neither a wait nor an end, and no other fiber of its thread runs any more. Call Co.Yield() or Co.Sleep in it, or run it on a thread of its own."));

    [Theory]
    [InlineData("{|CG1029:while|} (!_done) ;")]
    [InlineData("{|CG1029:while|} (!_done) Thread.SpinWait(20);")]
    [InlineData("SpinWait spin = new(); {|CG1029:while|} (!Volatile.Read(ref _done)) spin.SpinOnce();")]
    [InlineData("int i = 0; {|CG1029:while|} (_state != 1) { i++; }")]
    [InlineData("{|CG1029:do|} { } while (!Done);")]
    [InlineData("{|CG1029:for|} (; !task.IsCompleted;) { }")]
    [InlineData("{|CG1029:while|} (_queue.IsEmpty) { }")]
    [InlineData("{|CG1029:while|} (!_queue.TryDequeue(out int item)) Thread.SpinWait(1);")]
    [InlineData("{|CG1029:while|} (Interlocked.CompareExchange(ref _state, 1, 0) != 0) { }")]
    [InlineData("{|CG1029:while|} (true) { if (_done) break; Thread.SpinWait(1); }")]
    [InlineData("{|CG1029:for|} (; ; ) { if (_done) { return; } }")]
    [InlineData("bool set = false; Co.Spawn(() => { set = true; }); {|CG1029:while|} (!set) { }")]
    [InlineData("{|CG1029:while|} (true) { }")]
    [InlineData("{|CG1029:for|} (; ; ) { n = n * 31 + 7; }")]
    [InlineData("{|CG1029:do|} { Work(); } while (true);")]
    [InlineData("{|CG1029:while|} (true) { for (int i = 0; i < n; i++) { if (i == 3) break; } }")]
    public Task Loops_that_nothing_ends(string statements) => Rule.Reports(InCoroutine(statements));

    [Theory]
    [InlineData("while (!_done) Co.Yield();")]
    [InlineData("while (!_done) Thread.Sleep(1);")]
    [InlineData("while (!_done) { _done = Step(); }")]
    [InlineData("while (!_done) { Step(); }")]
    [InlineData("while (!_done) { ask(); }")]
    [InlineData("while (!Step()) { }")]
    [InlineData("while (Next) { }")]
    [InlineData("while (!ask()) { }")]
    [InlineData("for (int i = 0; i < 1000 && !_done; i++) { }")]
    [InlineData("int i = 0; while (!_done && i < 1000) i++;")]
    [InlineData("while (DateTime.UtcNow.Second < 30) { }")]
    [InlineData("Stopwatch watch = Stopwatch.StartNew(); while (watch.ElapsedMilliseconds < 10 && !_done) { }")]
    [InlineData("int old, next; do { old = _state; next = old + 1; } while (Interlocked.CompareExchange(ref _state, next, old) != old);")]
    [InlineData("for (int i = 0; i < n; i++) { n += i * i; }")]
    [InlineData("while (true) { if (n++ > 10) break; }")]
    [InlineData("while (true) { n++; if (n > 10) return; }")]
    [InlineData("while (true) { if (n++ > 10) throw new IOException(); }")]
    [InlineData("while (true) { Environment.Exit(1); }")]
    [InlineData("while (true) { Nap(); }")]
    [InlineData("while (true) { ask(); }")]
    [InlineData("while (true) { Console.WriteLine(stream.ReadByte()); }")]
    [InlineData("while (true) { lock (_queue) { n++; } }")]
    [InlineData("new Thread(() => { while (!_done) { } }).Start(); Thread.Sleep(1);")]
    [InlineData("foreach (int i in _queue) { n += i; }")]
    public Task Loops_that_end_yield_or_cannot_be_told(string statements) => Rule.IsSilent(InCoroutine(statements));

    [Theory]
    [InlineData("while (")]
    [InlineData("while (_dnoe) { }")]
    [InlineData("for (; Unknown(")]
    [InlineData("do { Unknown(); } while (true)")]
    public Task Half_typed_code(string statements) => Rule.BearsBroken(InCoroutine(statements));

    [Fact]
    public Task An_iterator_yields_to_its_consumer() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            IEnumerable<int> Numbers() { int i = 0; Thread.Sleep(1); while (true) yield return i++; }

            void Plain(Task task) { while (!task.IsCompleted) { } while (true) { } }
        }
        """);
}
