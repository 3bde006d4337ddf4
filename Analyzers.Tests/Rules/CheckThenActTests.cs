using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.AcrossYieldAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>What is written after a yield by what was read before it. In <see cref="CheckThenActSilenceTests"/> is what is not told.</summary>
public class CheckThenActTests
{
    [Fact]
    public Task Decision_names_the_read_the_yield_and_what_to_do() => Rule.ReportsOf("CG2002",
        InCoroutine("""
            if (s_item == null)
            {
                string item = Load();
                {|#0:s_item|} = item;
            }
            """),
        Rule.Warning(0, "CG2002", "'s_item' is written here because of what was read of it on line 15, but 'C.Load' on line 17 yields in between, where another fiber may write it. Check it again before the write, or hold one lock from there to here."));

    [Fact]
    public Task Value_names_the_read_the_yield_and_what_to_do() => Rule.ReportsOf("CG2002",
        InCoroutine("""
            int n = s_count;
            Thread.Sleep(1);
            {|#0:s_count|} = n + 1;
            """),
        Rule.Warning(0, "CG2002", "'s_count' is written here to a value made of what was read of it on line 15, but 'Thread.Sleep' on line 16 yields in between, where another fiber may write it. Read it again before the write, or hold one lock from there to here."));

    [Fact]
    public Task Compound_assignment_reads_before_it_yields() => Rule.ReportsOf("CG2002",
        InCoroutine("{|#0:s_count|} += Count();"),
        Rule.Warning(0, "CG2002", "'s_count' is written here to a value made of what was read of it on line 15, but 'C.Count' on line 15 yields in between, where another fiber may write it. Yield first, and keep what comes of it in a local, or hold one lock from there to here."));

    [Fact]
    public Task Object_that_nothing_shows_to_be_shared_is_information() => Rule.ReportsOf("CG2002",
        InCoroutine("{|#0:_count|} += Count();"),
        Rule.At(0, "CG2002", DiagnosticSeverity.Info, "'_count' is written here to a value made of what was read of it on line 15, but 'C.Count' on line 15 yields in between, where another fiber may write it, if fibers share the object. Yield first, and keep what comes of it in a local, or hold one lock from there to here."));

    [Theory]
    [InlineData("static readonly C s_instance = new();")]
    [InlineData("readonly object _gate = new(); void Other() { lock (_gate) { } }")]
    [InlineData("readonly SemaphoreSlim _one = new(1);")]
    [InlineData("readonly CoLock _lock = new();")]
    [InlineData("readonly System.Collections.Concurrent.ConcurrentQueue<int> _queue = new();")]
    [InlineData("volatile bool _done;")]
    [InlineData("[Coroutine] void Start() { Co.Spawn(Run); } [Coroutine] void Run() => Thread.Sleep(1);")]
    [InlineData("void Bump() => Interlocked.Increment(ref _other);")]
    public Task Type_that_takes_precautions_is_shared(string member) => Rule.ReportsOf("CG2002",
        $$"""
        using CoGen;

        partial class C
        {
            int _count;
            int _other;
            {{member}}

            [Coroutine]
            int Count() { Thread.Sleep(1); return 1; }

            [Coroutine]
            void M()
            {
                {|#0:_count|} += Count();
            }
        }
        """,
        Rule.Warning(0, "CG2002", $"'_count' is written here to a value made of what was read of it on line 15, but 'C.Count' on line 15 yields in between, where another fiber may write it. Yield first, and keep what comes of it in a local, or hold one lock from there to here."));

    [Theory]
    [InlineData("if (_item == null) {|CG2002:_item|} = Load();")]
    [InlineData("if (_item is null) { {|CG2002:_item|} = Load(); }")]
    [InlineData("{|CG2002:_item|} ??= Load();")]
    [InlineData("{|CG2002:s_item|} ??= Load();")]
    [InlineData("if (_item != null) return; string v = Load(); {|CG2002:_item|} = v;")]
    [InlineData("if (Item == null) {|CG2002:Item|} = Load();")]
    [InlineData("if (this._item == null) this.{|CG2002:_item|} = Load();")]
    [InlineData("bool missing = _item == null; string v = Load(); if (missing) {|CG2002:_item|} = v;")]
    [InlineData("string? old = _item; string v = Load(); {|CG2002:_item|} = old + v;")]
    [InlineData("{|CG2002:_item|} = _item + Load();")]
    [InlineData("{|CG2002:_item|} = $\"{_item}{Load()}\";")]
    [InlineData("{|CG2002:_item|} = Change(_item);")]
    [InlineData("int n = _count; Thread.Sleep(1); n++; {|CG2002:_count|} = n;")]
    [InlineData("int n = _count + 1; Thread.Sleep(1); {|CG2002:_count|} = n;")]
    [InlineData("{|CG2002:_count|} += _map.Count > 0 ? Count() : 1;")]
    [InlineData("if (_count >= 5) { Thread.Sleep(1); {|CG2002:_count|} -= 5; }")]
    [InlineData("if (_count < 10) { Thread.Sleep(1); {|CG2002:_count|}++; }")]
    [InlineData("if (_count < 10) { Thread.Sleep(1); Interlocked.Increment(ref {|CG2002:_count|}); }")]
    [InlineData("if (Volatile.Read(ref _count) == 0) { Thread.Sleep(1); Volatile.Write(ref {|CG2002:_count|}, 1); }")]
    [InlineData("while (_count < 10) { Thread.Sleep(1); {|CG2002:_count|}++; }")]
    [InlineData("if (!_map.ContainsKey(key)) { string v = Load(); {|CG2002:_map[key]|} = v; }")]
    [InlineData("if (!_map.ContainsKey(key)) { string v = Load(); {|CG2002:_map.Add|}(key, v); }")]
    [InlineData("if (!_map.TryGetValue(key, out string? v)) { v = Load(); {|CG2002:_map[key]|} = v; }")]
    [InlineData("if (_map.TryGetValue(key, out string? found)) return; found = Load(); {|CG2002:_map.Add|}(key, found);")]
    [InlineData("{|CG2002:_map[key]|} = _map[key] + Load();")]
    [InlineData("{|CG2002:_map[key]|} += Load();")]
    [InlineData("if (_list.Count < 5) { string v = Load(); {|CG2002:_list.Add|}(v); }")]
    [InlineData("if (!_list.Contains(key)) { Thread.Sleep(1); {|CG2002:_list.Add|}(key); }")]
    [InlineData("if (_queue.Count > 0) { Thread.Sleep(1); string v = {|CG2002:_queue.Dequeue|}(); }")]
    [InlineData("if (_numbers[0] == 0) { Thread.Sleep(1); {|CG2002:_numbers[0]|} = 1; }")]
    [InlineData("{|CG2002:_numbers[0]|} += Count();")]
    [InlineData("if (_inner.Level > 0) { Thread.Sleep(1); _inner.{|CG2002:Level|} = 0; }")]
    [InlineData("if (_item == null) { lock (_gate) { {|CG2002:_item|} = \"\"; } }")]
    [InlineData("string? old; lock (_gate) { old = _item; } string v = Load(); lock (_gate) { {|CG2002:_item|} = old + v; }")]
    [InlineData("lock (_gate) { if (_item != null) return; } string v = Load(); lock (_gate) { {|CG2002:_item|} = v; }")]
    [InlineData("int n; lock (_gate) { n = _count; } lock (_other) { Thread.Sleep(1); } lock (_gate) { {|CG2002:_count|} = n + 1; }")]
    [InlineData("if (_count == 0) { try { Thread.Sleep(1); } finally { {|CG2002:_count|} = 1; } }")]
    [InlineData("int n = _count; try { Thread.Sleep(1); } catch (Exception) { {|CG2002:_count|} = n + 1; }")]
    [InlineData("switch (_count) { case 0: Thread.Sleep(1); {|CG2002:_count|} = 1; break; case 1: break; }")]
    [InlineData("if (_count == 0) { foreach (string line in File.ReadLines(\"f\")) { } {|CG2002:_count|} = 1; }")]
    [InlineData("if (_count == 0) { using (FileStream f = new(\"f\", FileMode.Open)) { } {|CG2002:_count|} = 1; }")]
    [InlineData("lock (_gate) { while (_count == 0) Monitor.Wait(_gate); int n = _count; Monitor.Wait(_gate); {|CG2002:_count|} = n - 1; }")]
    [InlineData("int sum = 0; for (int i = 0; i < 3; i++) Co.Spawn(() => { int n = sum; Thread.Sleep(1); {|CG2002:sum|} = n + 1; });")]
    [InlineData("int sum = 0; for (int i = 0; i < 3; i++) Co.Spawn(() => { {|CG2002:sum|} += Count(); });")]
    [InlineData("int sum = 0; Co.Spawn(() => { {|CG2002:sum|} += Count(); }); Co.Spawn(() => { {|CG2002:sum|} += Count(); });")]
    [InlineData("Co.Spawn(() => { if (_item == null) {|CG2002:_item|} = Load(); });")]
    [InlineData("Fill(); void Fill() { if (_item == null) {|CG2002:_item|} = Load(); }")]
    [InlineData("(int n, string? s) = (_count, _item); Thread.Sleep(1); ({|CG2002:_count|}, int m) = (n + 1, 2);")]
    [InlineData("if (_count is var n and < 5) { Thread.Sleep(1); {|CG2002:_count|} = n + 1; }")]
    [InlineData("do { if (_count > 5) break; Thread.Sleep(1); {|CG2002:_count|}++; } while (true);")]
    public Task Write_after_a_yield_by_what_was_read_before_it(string statements) => Rule.ReportsOf("CG2002", InCoroutine(statements));

    internal static string InCoroutine(string statements) =>
        $$"""
        using CoGen;

        partial class C
        {
            static int s_count; static string? s_item; int _count; string? _item; bool _busy; readonly string _fixed = ""; int[] _numbers = new int[3]; readonly Inner _inner = new();
            readonly object _gate = new(); readonly object _other = new(); readonly Dictionary<string, string> _map = new(); readonly List<string> _list = new(); readonly Queue<string> _queue = new();
            string? Item { get; set; } string? Twice { get => _item + _item; set => _item = value; }
            [Coroutine] string Load() { Thread.Sleep(1); return ""; }
            [Coroutine] int Count() { Thread.Sleep(1); return 1; }
            [Coroutine] string Change(string? s) { Thread.Sleep(1); return s + ""; }

            [Coroutine]
            void M(string key, Inner given)
            {
        {{statements}}
            }
        }

        class Inner { public int Level; public Inner? Next; public string? Text { get; set; } }
        """;
}
