using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>What the compiler forbids around <c>await</c> never shows in a twin: it compiles, whether its calls are awaited or not.</summary>
public class CompilerRuleTests
{
    [Theory]
    // Spans, refs and handlers across an await.
    [InlineData("Take(stackalloc int[2], Get());")]
    [InlineData("Take([1, 2], Get());")]
    [InlineData("Take(_cells, Get());")]
    [InlineData("Take(_cells.AsSpan(Get()), 1);")]
    [InlineData("_cells.AsSpan(Get(), Get()).Clear();")]
    [InlineData("Span<int> s = Get() > 0 ? stackalloc int[4] : default; s[0] = 1;")]
    [InlineData("Span<int> s = stackalloc int[Get()]; s.Clear();")]
    [InlineData("scoped Span<int> s; s = _cells; s[0] = 2; Get();")]
    [InlineData("ReadOnlySpan<char> s = Text(); Get(); if (s.Length > 0) Get();")]
    [InlineData("if (Text().AsSpan() is ['a', ..]) Get();")]
    [InlineData("if (Text().AsSpan() is ['a', ..] && Get() > 0) Get();")]
    [InlineData("if (Text().AsSpan().Trim() is { Length: > 0 } s && Get() > 0) Use(s.Length);")]
    [InlineData("switch (Text().AsSpan()) { case \"a\": Get(); break; case \"b\" when Get() > 0: break; }")]
    [InlineData("_ = Text().AsSpan() switch { \"a\" => Get(), _ => 2 };")]
    [InlineData("_ = Text().AsSpan().IndexOf(Text()) + Get();")]
    [InlineData("_ = Get() + Text().AsSpan().Length;")]
    [InlineData("_ = Text().AsSpan().Length + Get();")]
    [InlineData("_ = Text().AsSpan() == Text().AsSpan();")]
    [InlineData("foreach (char c in Text().AsSpan()) Use(c);")]
    [InlineData("foreach (ReadOnlySpan<char> part in new[] { Get() }.Length > 0 ? default(Parts) : default) Get();")]
    [InlineData("ref int r = ref _cells[Get()]; r++;")]
    [InlineData("ref int r = ref Ref(); Get(); r = ref _cells[0]; r++;")]
    [InlineData("Ref() = Get();")]
    [InlineData("Ref()++; Get();")]
    [InlineData("Use(Ref() + Get());")]
    [InlineData("Use(Get() + Ref());")]
    [InlineData("Add(ref Ref(), Get());")]
    [InlineData("Add(ref _cells[Get()], Get());")]
    [InlineData("Add(ref _me._number, Get());")]
    [InlineData("Add(ref _me._me._pair.A, Get());")]
    [InlineData("Add(ref (Get() > 0 ? ref _cells[0] : ref _cells[1]), Get());")]
    [InlineData("_me._pair.Bump(Get()); _pairs[Get()].Bump(Get()); _me._pairs[0].Bump(Get());")]
    [InlineData("_list[0].Bump(Get());")]
    [InlineData("var (a, b) = (Ref(), Get()); Use(a + b);")]
    [InlineData("(Ref(), _cells[1]) = (1, 2); Get();")]
    [InlineData("_ = $\"{Text().AsSpan()}{Get()}\";")]
    [InlineData("_ = $\"{Text().AsSpan(Get())}\";")]
    [InlineData("_ = $\"{Get()}{Text().AsSpan()}\";")]
    [InlineData("_ = string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{Get()}\") + Get();")]
    [InlineData("FormattableString f = $\"{Get()}{_me}\"; Use(f.ArgumentCount);")]
    [InlineData("Debug($\"{Get()}\");")]
    [InlineData("System.Diagnostics.Debug.Assert(Get() > 0, $\"{Get()}\");")]
    [InlineData("_ = new System.Text.StringBuilder().Append($\"{_me}{Get()}\");")]
    [InlineData("_ = $@\"{_me}\"\"{Get()}\" + $$\"\"\"{{_me}}{{Get()}}\"\"\";")]
    [InlineData("_ = $\"{_me,5:X}{(Get() > 0 ? _me : null)}{_me:Y}{Get()}\";")]
    [InlineData("_ = $\"{_me?.Text()}{_me?.Get()}{_me}{$\"{_me}{Get()}\"}\";")]
    // Unsafe code and pointers.
    [InlineData("unsafe { int n = Get(); int* p = &n; *p = Get(); }")]
    [InlineData("unsafe { fixed (int* p = _cells) { *p = 1; } } Get();")]
    [InlineData("unsafe { lock (_gate) { Get(); } }")]
    [InlineData("lock (_gate) { unsafe { Get(); } Get(); }")]
    // Catch, finally, filters, locks, queries, trees.
    [InlineData("try { Get(); } catch (Exception e) when (e.Message.Length > 0 && Get() > 0) { Get(); throw; } finally { Get(); }")]
    [InlineData("try { } finally { try { Get(); } catch { Get(); throw; } finally { lock (_gate) Get(); } }")]
    [InlineData("lock (_gate) { try { Get(); } finally { lock (_gate) { Get(); } } }")]
    [InlineData("lock (_me?._gate ?? _gate) _me?.Nap();")]
    [InlineData("switch (Get()) { case 1: lock (_gate) Get(); break; case 2: lock (_gate) { goto case 1; } }")]
    [InlineData("if (Get() > 0) lock (_gate) Get(); else _me?.Nap();")]
    [InlineData("for (int i = 0; i < 2; i++) lock (_gate) if (i > 0) continue; else break;")]
    [InlineData("do _me?.Nap(); while (Get() > 5);")]
    [InlineData("foreach (int n in _cells) _me?._me?.Nap();")]
    [InlineData("using (new MemoryStream()) _me?.Nap();")]
    [InlineData("Label: _me?.Nap(); if (Get() > 5) goto Label;")]
    [InlineData("_ = from a in new[] { Get() } join b in new[] { Get() } on a equals b into c from d in c.DefaultIfEmpty() join e in new[] { Get() } on d equals e select e;")]
    [InlineData("_ = from a in _cells from b in new[] { Get() } let c = Get() orderby Get() group c by Get() into g select g.Count() + Get();")]
    [InlineData("System.Linq.Expressions.Expression<Func<Tests?, int?>> e = t => t == null ? 1 : t.Get(); Get();")]
    [InlineData("Use(_me?._cells?[Get()] ?? _me?.Me()?._cells[Get()] ?? 0);")]
    [InlineData("_me?._cells![Get()] = Get();")]
    [InlineData("_me?.Me()._cells[Get()] += Get();")]
    [InlineData("_me?.Me()?._me?._number = Get();")]
    [InlineData("Use(_me?.Me() is { } m ? m.Get() : _me?.Me()?.Get() ?? Get());")]
    [InlineData("Use((_me?.Text()?.Length ?? Get()) switch { 0 when _me?.Ask() == true => 1, var n => n });")]
    [InlineData("Func<int?> f = () => _me?.Me()?.Get(); Use(f() ?? 0); Action g = () => _me?.Me()?.Nap(); g();")]
    [InlineData("async void F() { await Task.Yield(); _me?.Nap(); } F(); _me?.Nap();")]
    [InlineData("static int? F(Tests? t) => t?.Get(); Use(F(_me) ?? 0);")]
    [InlineData("Use(_me?.Pair()?.Item1 ?? 0);")]
    [InlineData("var x = _me?.Generic(new { A = 1 }); Use(x?.A ?? 0);")]
    [InlineData("var x = _me?.Generic((A: 1, new { B = 2 })); Use(x?.A ?? 0);")]
    [InlineData("int? x = _me?.Get(); dynamic d = _me?.Text(); Use(x ?? d?.Length);")]
    [InlineData("Enum? e = _me?.Generic(DayOfWeek.Monday); object? o = _me?.Get(); IComparable? c = _me?.Get();")]
    [InlineData("long? l = _me?.Get(); double d = _me?.Get() ?? 1.5; Use((int)d + (int?)l ?? 0);")]
    [InlineData("Use(checked(_me?.Get() + 1) ?? -(_me?.Get() ?? 0));")]
    [InlineData("bool b = _me?.Ask() is true or null; b = !(_me?.Ask() ?? false) || (_me?.Ask()).GetValueOrDefault(); b |= _me?.Ask() != true;")]
    [InlineData("if (!(_me?.Ask() ?? false)) return; while (_me?.Ask() ?? false) { }")]
    [InlineData("string s = _me?.Text()! + _me?.Text()!.Length; s += _me?.Text();")]
    [InlineData("throw _me?.Generic(new Exception()) ?? new Exception(_me?.Text());")]
    [InlineData("int n = 0; n += _me?.Get() ?? 0; _cells[n] = _me?.Get() ?? 1; _cells[_me?.Get() ?? 0]++;")]
    [InlineData("List<int?> l = [_me?.Get(), .. _me?.Many() ?? []]; l.Add(_me?.Get());")]
    [InlineData("Use(_me?.Many()?[0] ?? 0); Use(_me?.Many()?[^1] ?? 0); _ = _me?.Many()?[..1];")]
    [InlineData("_task?.Wait(5, default); Use(_task?.GetAwaiter().GetResult() ?? 0); _ = _task?.Result.ToString()?.Length;")]
    [InlineData("using var r = _me?.Open(); using (_me?.Open()) { } using Stream? t = _me?.Generic(Stream.Null);")]
    [InlineData("using (FileStream f = File.OpenRead(\"x\")) { Span<byte> s = stackalloc byte[2]; f.ReadByte(); s[0] = 1; }")]
    [InlineData("Span<byte> s = stackalloc byte[2]; using (FileStream f = File.OpenRead(\"x\")) { f.ReadExactly(s); } s[0] = 1;")]
    [InlineData("unsafe { using FileStream f = File.OpenRead(\"x\"); }")]
    [InlineData("using FileStream a = new(\"a\", FileMode.Open), b = new(\"b\", FileMode.Open); if (Get() > 0) { using StreamWriter w = new(a); w.Write(\"x\"); }")]
    [InlineData("try { using StreamWriter w = new(Stream.Null); } catch (Exception e) when (e is IOException) { using StreamWriter w = new(Stream.Null); throw; }")]
    [InlineData("Action a = () => { using StreamWriter w = new(Stream.Null); w.Write(1); }; Keep(a); Get();")]
    [InlineData("IDisposable d = new StreamWriter(Stream.Null); using (d) using (IDisposable e = new StreamWriter(Stream.Null)) Get();")]
    [InlineData("global::System.Int32 n = Get(); Use(n is var m and > 0 ? m : -Get());")]
    [InlineData("_ = (object)Get() is int; _ = (Text() as object)?.ToString(); _ = (int)Get()..^(int)Get(); _ = !_me!.Ask() && -Get() < +Get();")]
    [InlineData("_ = Text()![0]; _ = Text()!?.Length; _ = (Text())![^1]; _ = Many()[Get()..][0]; Many()[0]++;")]
    [InlineData("var (x, (y, z)) = (Get(), (Get(), Get())); (x, _cells[y]) = (z, x); Use(x);")]
    [InlineData("(int, int) t = default; t.Item1 = Get(); t.Item2 += Get(); (t.Item1, t) = (Get(), (1, Get()));")]
    [InlineData("object o = Get() switch { 1 => Get(), 2 => Text(), _ => throw new Exception(Text()) };")]
    [InlineData("_me = _me! with { Number = Get() }; _ = (_me.Me() ?? _me) with { Number = _me?.Get() ?? 0 };")]
    [InlineData("const int C = 5; Use(C + Get()); static int Sq(int n) => n * n; Use(Sq(Get()));")]
    [InlineData("int a, b; if ((a = Get()) > 0 && (b = Get()) > a) Use(b); Use(a);")]
    [InlineData("string s; do s = Text()!; while (s is null); for (s = Text()!; s.Length < Get(); s += Text()) ;")]
    public void A_twin_compiles(string statement) => GeneratorRun.Of($$"""
        using System.Linq;

        public struct Pair { public int A; public void Bump(int n) => A += n; }

        public ref struct Parts { public Parts GetEnumerator() => this; public ReadOnlySpan<char> Current => default; public bool MoveNext() => false; }

        public partial record Tests
        {
            private readonly object _gate = new();
            private readonly Task<int>? _task = Task.FromResult(1);
            private int[] _cells = new int[4];
            private Pair[] _pairs = new Pair[4];
            private Pair _pair;
            private int _number;
            private Tests? _me = null!;
            private List<Tests> _list = null!;
            public int Number { get; init; }

            [Coroutine] private int Get() { Thread.Sleep(0); return 1; }
            [Coroutine] private bool Ask() { Thread.Sleep(0); return true; }
            [Coroutine] private string? Text() { Thread.Sleep(0); return null; }
            [Coroutine] private Tests? Me() { Thread.Sleep(0); return null; }
            [Coroutine] private void Nap() { Thread.Sleep(0); }
            [Coroutine] private T Generic<T>(T value) { Thread.Sleep(0); return value; }
            [Coroutine] private Tuple<int, int>? Pair() { Thread.Sleep(0); return null; }
            [Coroutine] private int[] Many() { Thread.Sleep(0); return _cells; }
            [Coroutine] private FileStream Open() { Thread.Sleep(0); return File.OpenRead("x"); }
            private void Bump(int n) { }

            [Coroutine]
            private void Work()
            {
                {{statement}}
            }

            private ref int Ref() => ref _cells[0];
            private static void Add(ref int target, int n) => target += n;
            private static void Take(Span<int> span, int n) { }
            private static void Use(int n) { }
            private static void Keep(Action f) { }
            private static void Debug(System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text) { }
        }
        """).AssertCompiles();
}
