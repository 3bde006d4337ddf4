using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.AcrossYieldAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>What looks like a check, a yield and an act, and is none, or cannot be known to be one.</summary>
public class CheckThenActSilenceTests
{
    [Theory]
    // Nothing yields in between.
    [InlineData("if (_item == null) _item = \"\"; Thread.Sleep(1);")]
    [InlineData("Thread.Sleep(1); if (_item == null) _item = \"\";")]
    [InlineData("string v = Load(); _item = _item + v;")]
    [InlineData("int n = Count(); _count += n;")]
    [InlineData("Thread.Sleep(1); _count++;")]
    [InlineData("if (_item == null) { _item = \"\"; Thread.Sleep(1); }")]
    [InlineData("if (_item == null) { if (key.Length > 3) { Thread.Sleep(1); return; } _item = \"\"; }")]
    // The write does not go by what was read.
    [InlineData("int n = _count; Thread.Sleep(1); _count = 5;")]
    [InlineData("if (_count > 3) Thread.Sleep(1); _count = 5;")]
    [InlineData("if (_item == null) Load(); _count++;")]
    [InlineData("string? old = _item; _item = Load();")]
    [InlineData("if (_count > 0) { string v = Load(); _item = v; }")]
    // What was read is put back.
    [InlineData("string? old = _item; _item = key; Thread.Sleep(1); _item = old;")]
    [InlineData("int n = _count; try { Thread.Sleep(1); } catch (Exception) { _count = n; throw; }")]
    // The same is written, whatever was found.
    [InlineData("if (_item != key) { Thread.Sleep(1); _item = key; }")]
    [InlineData("if (!Equals(_item, key)) { Thread.Sleep(1); _item = key; }")]
    // What is made by the help of a value is another matter.
    [InlineData("FileInfo file = new(_item + key); Thread.Sleep(1); _item = file.Name;")]
    // It is looked at again.
    [InlineData("if (_item == null) { string v = Load(); if (_item == null) _item = v; }")]
    [InlineData("if (_item != null) return; string v = Load(); if (_item != null) return; _item = v;")]
    [InlineData("if (_item == null) { string v = Load(); _item ??= v; }")]
    [InlineData("while (_item == null) { Thread.Sleep(1); if (_item != null) break; _item = \"\"; }")]
    [InlineData("while (_count > 0) Thread.Sleep(1); _count++;")]
    [InlineData("while (_queue.Count > 0) { string v = _queue.Dequeue(); Thread.Sleep(1); }")]
    [InlineData("int n = _count; Thread.Sleep(1); if (_count == n) _count = n + 1;")]
    [InlineData("int n = _count; Thread.Sleep(1); _count = Math.Max(n, _count);")]
    [InlineData("int n = _count; Thread.Sleep(1); n = _count; _count = n + 1;")]
    [InlineData("if (!_map.ContainsKey(key)) { string v = Load(); if (!_map.ContainsKey(key)) _map[key] = v; }")]
    [InlineData("if (!_map.ContainsKey(key)) { string v = Load(); _map.TryAdd(key, v); }")]
    [InlineData("if (_count < 3) { Thread.Sleep(1); Interlocked.CompareExchange(ref _count, 3, 2); }")]
    [InlineData("if (_item == null) { string v = Load(); Interlocked.CompareExchange(ref _item, v, null); }")]
    // One lock is held all the time.
    [InlineData("lock (_gate) { if (_item == null) _item = Load(); }")]
    [InlineData("lock (_gate) { _count += Count(); }")]
    [InlineData("if (_item == null) { lock (_gate) { if (_item == null) _item = Load(); } }")]
    [InlineData("Monitor.Enter(_gate); try { _count += Count(); } finally { Monitor.Exit(_gate); }")]
    [InlineData("bool taken = false; try { Monitor.Enter(_gate, ref taken); _count += Count(); } finally { if (taken) Monitor.Exit(_gate); }")]
    [InlineData("SemaphoreSlim one = new(1); one.Wait(); try { _count += Count(); } finally { one.Release(); }")]
    [InlineData("CoLock own = new(); using (own.EnterScope()) { _count += Count(); }")]
    [InlineData("CoLock own = new(); own.Enter(); _count += Count(); own.Exit();")]
    [InlineData("Lock own = new(); lock (own) { _count += Count(); }")]
    [InlineData("Lock own = new(); using (own.EnterScope()) { _count += Count(); }")]
    [InlineData("ReaderWriterLockSlim own = new(); own.EnterWriteLock(); try { _count += Count(); } finally { own.ExitWriteLock(); }")]
    [InlineData("lock (_gate) { lock (_other) { int n = _count; Thread.Sleep(1); _count = n + 1; } }")]
    [InlineData("lock (_gate) { while (_count == 0) Monitor.Wait(_gate); _count--; }")]
    [InlineData("string? old = _item; string v = Load(); _item = old + v; Monitor.Exit(_gate);")]
    [InlineData("EnterLock(); try { _count += Count(); } finally { ExitLock(); } void EnterLock() { } void ExitLock() { }")]
    // What was checked is claimed at once.
    [InlineData("if (_busy) return; _busy = true; try { Thread.Sleep(1); } finally { _busy = false; }")]
    [InlineData("if (_item == null && !_busy) { _busy = true; _item = Load(); _busy = false; }")]
    [InlineData("if (Interlocked.Exchange(ref _count, 1) == 1) return; _item ??= Load(); _count = 0;")]
    [InlineData("if (_item != null || !_map.TryAdd(key, \"\")) return; _item = Load(); _map.Remove(key);")]
    // Nobody else sees it.
    [InlineData("int n = 0; n += Count();")]
    [InlineData("string? local = null; if (local == null) local = Load();")]
    [InlineData("Inner own = new(); if (own.Level == 0) { Thread.Sleep(1); own.Level = 1; }")]
    [InlineData("Inner own = new() { Text = key }; if (own.Text == null) own.Text = Load();")]
    [InlineData("List<string> own = new(); if (own.Count == 0) { Thread.Sleep(1); own.Add(key); }")]
    [InlineData("Dictionary<string, int> own = []; if (!own.ContainsKey(key)) { int n = Count(); own[key] = n; }")]
    [InlineData("int[] own = new int[3]; own[0] += Count();")]
    [InlineData("int sum = 0; Fiber f = Co.Spawn(() => { sum += Count(); }); f.Join();")]
    [InlineData("int sum = 0; Add(); void Add() { sum += Count(); }")]
    [InlineData("for (int i = 0; i < 3; i++) { int own = 0; Co.Spawn(() => { own += Count(); }); }")]
    // An object that was handed in, or found, may be this fiber's own.
    [InlineData("if (given.Level == 0) { Thread.Sleep(1); given.Level = 1; }")]
    [InlineData("given.Text ??= Load();")]
    // Other elements.
    [InlineData("if (_map.ContainsKey(key)) { string v = Load(); _map[v] = v; }")]
    [InlineData("if (!_map.ContainsKey(key)) { string v = Load(); _list.Add(v); }")]
    [InlineData("if (_numbers[0] == 0) { Thread.Sleep(1); _numbers[1] = 1; }")]
    [InlineData("for (int i = 0; i < 3; i++) { if (_numbers[i] == 0) _numbers[i] = 1; Thread.Sleep(1); }")]
    // To take away what is there or not does no harm.
    [InlineData("if (_map.TryGetValue(key, out string? v)) { Thread.Sleep(1); _map.Remove(key); }")]
    [InlineData("if (_list.Count > 100) { Thread.Sleep(1); _list.Clear(); }")]
    // What a call that waits gives back is news.
    [InlineData("int n = Change(_item).Length; if (n == 0) return; _item = \"\";")]
    // What a property does is its own affair.
    [InlineData("if (Twice == null) Twice = Load();")]
    // Half-typed.
    [InlineData("if (_item == null) { Load(); _item = {|CS1525:;|} }")]
    [InlineData("{|CS0103:nothing|} += Count();")]
    [InlineData("if (_item == {|CS1525:)|} _item = Load();")]
    public Task Silent(string statements) => Rule.ReportsOf("CG2002", CheckThenActTests.InCoroutine(statements));

    [Fact]
    public Task Types_with_a_position_are_used_by_one() => Rule.ReportsOf("CG2002", """
        using CoGen;

        partial class Counting(TextReader inner) : TextReader
        {
            int _count;

            [Coroutine]
            public override int Read()
            {
                _count += inner.Read();
                return _count;
            }
        }
        """);

    [Fact]
    public Task Whoever_disposes_is_alone() => Rule.ReportsOf("CG2002", """
        using CoGen;

        partial class C : IDisposable
        {
            readonly object _gate = new();
            bool _done;

            void Other() { lock (_gate) { } }

            [Coroutine]
            public void Dispose()
            {
                if (_done) return;
                Thread.Sleep(1);
                _done = true;
            }
        }
        """);

    [Fact]
    public Task Callers_of_a_private_method_hold_the_lock() => Rule.ReportsOf("CG2002", """
        using CoGen;

        partial class C
        {
            readonly object _gate = new();
            int _count;

            [Coroutine]
            int Count() { Thread.Sleep(1); return 1; }

            [Coroutine]
            public void One() { lock (_gate) { Add(); } }

            [Coroutine]
            public void Two() { lock (_gate) { AddTwice(); } }

            [Coroutine]
            private void AddTwice() { Add(); Add(); }

            [Coroutine]
            private void Add() { _count += Count(); }
        }
        """);

    [Fact]
    public Task Method_is_a_lock_as_a_whole() => Rule.ReportsOf("CG2002", """
        using CoGen;
        using System.Runtime.CompilerServices;

        partial class C
        {
            int _count;

            [Coroutine]
            static int Count() { return 1; }

            [Coroutine]
            [MethodImpl(MethodImplOptions.Synchronized)]
            void Add() { _count = _count; }
        }
        """);

    [Fact]
    public Task One_fiber_writes_what_is_its_own() => Rule.ReportsOf("CG2002", """
        using CoGen;

        partial class C
        {
            int _count;

            [Coroutine]
            int Count() { Thread.Sleep(1); return 1; }

            public C() => Co.Spawn(Run);

            [Coroutine]
            private void Run() { while (true) _count += Count(); }
        }
        """);

    [Fact]
    public Task Plain_code_does_not_yield() => Rule.ReportsOf("CG2002", """
        using CoGen;

        partial class C
        {
            int _count;

            [Coroutine]
            int Count() { Thread.Sleep(1); return 1; }

            void M() => _count += Count();
        }
        """);
}
