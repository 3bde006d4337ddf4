using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Tests;

/// <summary>Where <c>await</c> cannot stand, the call stays as it is, with the reason, and the twin compiles.</summary>
public class AwaitPlaceTests
{
    [Theory]
    [InlineData("try { } catch (Exception) when (Get() > 0) { }", UnpatchedReason.InCatchFilter)]
    [InlineData("unsafe { Get(); }", UnpatchedReason.InUnsafe)]
    [InlineData("unsafe { fixed (int* p = _cells) { Get(); } }", UnpatchedReason.InUnsafe)]
    [InlineData("Func<int> f = () => Get(); Keep(f);", UnpatchedReason.InNestedFunction)]
    [InlineData("Func<int> f = () => Get(); f(); f += () => 2;", UnpatchedReason.InNestedFunction)]
    [InlineData("Func<int> f = () => Get(); f(); Func<int> g = f;", UnpatchedReason.InNestedFunction)]
    [InlineData("Func<int> f = () => Get(); f(); f = Number.GetHashCode;", UnpatchedReason.InNestedFunction)]
    [InlineData("Func<int> f = () => Get(); _me?.Keep(() => f());", UnpatchedReason.InNestedFunction)]
    [InlineData("int Local() => Get(); Keep(Local);", UnpatchedReason.InNestedFunction)]
    [InlineData("int Local(out int n) => n = Get(); Local(out _);", UnpatchedReason.InNestedFunction)]
    [InlineData("IEnumerable<int> Local() { yield return Get(); } Local();", UnpatchedReason.InNestedFunction)]
    [InlineData("_ = from x in _cells where Get() > x select x;", UnpatchedReason.InNestedFunction)]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> e = () => Get();", UnpatchedReason.InNestedFunction)]
    [InlineData("Span<int> s = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _cells[0], 1); Get(); s[0] = 1;", UnpatchedReason.AcrossRefLike)]
    [InlineData("Span<int> s = _cells; s[0] = Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("Span<int> s = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _cells[0], 1); for (int i = 0; i < 2; i++) { s[0]++; Get(); }", UnpatchedReason.AcrossRefLike)]
    [InlineData("ref int r = ref _cells[0]; r = Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("_cells.AsSpan()[0] = Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("_cells.AsSpan().Fill(Get());", UnpatchedReason.AcrossRefLike)]
    [InlineData("foreach (int x in _cells.AsSpan()) Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("Ref() += Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("(Ref(), _cells[0]) = (Get(), 1);", UnpatchedReason.AcrossRefLike)]
    [InlineData("Take(_cells.AsSpan(), Get());", UnpatchedReason.AcrossRefLike)]
    [InlineData("_ = string.Create(null, $\"{Get()}\");", UnpatchedReason.AcrossRefLike)]
    [InlineData("Span<int> s = stackalloc int[] { Get() };", UnpatchedReason.AcrossRefLike)]
    [InlineData("using RefStruct r = new(); Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("using (new RefStruct()) Get();", UnpatchedReason.AcrossRefLike)]
    [InlineData("Span<byte> s = System.Runtime.InteropServices.MemoryMarshal.AsBytes(_cells.AsSpan()); _stream.Read(s);", UnpatchedReason.TwinDoesNotFit)]
    [InlineData("ReadOnlySpan<Task> tasks = [_task]; Task.WaitAll(tasks);", UnpatchedReason.TwinDoesNotFit)]
    [InlineData("_task.GetAwaiter().GetResult(); var a = _task.GetAwaiter(); a.GetResult();", UnpatchedReason.TwinDoesNotFit)]
    public void A_call_stays(string statement, UnpatchedReason reason)
    {
        (CoroutineAnalysis analysis, GeneratorRun run) = Analyze(statement);
        Assert.Equal(reason, Assert.Single(analysis.Unpatched).Reason);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("Span<int> s = _cells; s[0] = 1; Get();")]
    [InlineData("Span<int> s = _cells; Get(); s[0] = 1;")]
    [InlineData("Span<int> s = _cells; for (int i = 0; i < 2; i++) { s[0]++; Get(); }")]
    [InlineData("Get(); Span<int> s = _cells; s[0] = 1;")]
    [InlineData("for (int i = 0; i < 2; i++) { Get(); Span<int> s = _cells; s[0]++; }")]
    [InlineData("Span<int> s = new int[Get()];")]
    [InlineData("ReadOnlySpan<int> s = [Get(), Get()];")]
    [InlineData("_ = string.Concat(\"a\", \"b\", \"c\", \"d\", Get().ToString());")]
    [InlineData("_ = new System.Text.StringBuilder().Append($\"{Get()} {Get():D}\");")]
    [InlineData("_cells[Get()] += Get();")]
    [InlineData("(_cells[0], _cells[1]) = (Get(), Get());")]
    [InlineData("foreach (int x in _cells) Get();")]
    [InlineData("_ = from x in new[] { Get() } select x;")]
    [InlineData("_me?.Take2(Get(), 1);")]
    [InlineData("_ = Get() switch { > 0 when Get() > 1 => Get(), var n => n };")]
    [InlineData("if (Get() is int n and > 0 && !(Get() > n)) { } ")]
    [InlineData("try { } catch { Get(); } finally { Get(); }")]
    [InlineData("switch (Get()) { case 1 when Get() > 0: goto default; default: Get(); break; }")]
    [InlineData("checked { _ = (long)Get() * -Get(); }")]
    [InlineData("_ = new Tests { _cells = { [0] = Get() }, _me = null! };")]
    [InlineData("throw new Exception(Get().ToString());")]
    [InlineData("_ = _me with { Number = Get() };")]
    [InlineData("_ = Get()..Get();")]
    [InlineData("_ = (Get(), Get()) == (1, Get());")]
    [InlineData("_ = _cells[^Get()];")]
    [InlineData("int x = Get() > 0 ? Get() : Get(); x ??= Get();", "int? x = Get() > 0 ? Get() : Get(); x ??= Get();")]
    public void A_call_is_swapped(string statement, string? instead = null)
    {
        (CoroutineAnalysis analysis, GeneratorRun run) = Analyze(instead ?? statement);
        Assert.Empty(analysis.Unpatched);
        Assert.Equal((instead ?? statement).Split("Get()").Length - 1, analysis.Patched.Length);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("Span<int> s = _cells; s[0] = 1; Get();", false)]
    [InlineData("ref int r = ref _cells[0]; r++; Get();", false)]
    [InlineData("foreach (int n in _cells.AsSpan()) { } Get();", false)]
    [InlineData("foreach (int n in _cells) { } Get();", true)]
    public void Before_CSharp_13_no_async_method_could_have_a_span(string statement, bool isAsync)
    {
        GeneratorRun run = GeneratorRun.Of(
            TestCompilation.Create($$"""
                public partial class Tests
                {
                    private int[] _cells = new int[4];

                    [Coroutine]
                    private int Get() { Thread.Sleep(0); return 1; }

                    [Coroutine]
                    private void Work()
                    {
                        {{statement}}
                    }
                }
                """), TestCompilation.ParseOptions.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12));
        Assert.Equal(isAsync, run.AssertCompiles().Twin("Work").Contains("await", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("_task.Wait();", "await CoTask.WaitAsync(_task);")]
    [InlineData("_ = _task.Wait(9) ? _task.Result : _task.GetAwaiter().GetResult();", "_ = await CoTask.WaitAsync(_task, 9) ? await CoTask.ResultAsync(_task) : await CoTask.GetResultAsync(_task);")]
    [InlineData("Span<byte> s = new byte[3]; _stream.Read(s);", "Memory<byte> s = new byte[3]; await Co.Fair(_stream.ReadAsync(s, Co.Token));")]
    [InlineData("Task.WaitAll(_task);", "await CoTask.WaitAllAsync(_task);")]
    [InlineData("_ = Task.WaitAny(_task, _task);", "_ = await CoTask.WaitAnyAsync(_task, _task);")]
    public void What_blocks_on_a_task_is_swapped(string statement, string twin)
    {
        (CoroutineAnalysis analysis, GeneratorRun run) = Analyze(statement);
        Assert.Empty(analysis.Unpatched);
        Assert.Contains($"        {twin}\n", run.AssertCompiles().Twin("Work"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Func<int> f = () => Get(); f();", "Func<Coroutine<int>> f = async () => await GetAsync(); await f();")]
    [InlineData("Action<int> nap = ms => Thread.Sleep(ms); nap.Invoke(0);", "Func<int, Coroutine> nap = async ms => await Co.SleepAsync(ms); await nap.Invoke(0);")]
    [InlineData("var f = static (int n) => { Thread.Sleep(n); return n; }; _ = f(0) + 1;", "var f = static async Coroutine<int> (int n) => { await Co.SleepAsync(n); return n; }; _ = await f(0) + 1;")]
    [InlineData("void Local() => Get(); Local();", "async Coroutine Local() => await GetAsync(); await Local();")]
    [InlineData("int A(int n) => n == 0 ? Get() : B(n); int B(int n) => A(n - 1); A(1);", "async Coroutine<int> A(int n) => n == 0 ? await GetAsync() : await B(n); async Coroutine<int> B(int n) => await A(n - 1); await A(1);")]
    [InlineData("Co.Spawn(() => Get());", "Co.Spawn(async Coroutine<int> () => await GetAsync());")]
    [InlineData("Co.Spawn(n => Thread.Sleep(n), 0);", "Co.Spawn(async Coroutine (int n) => await Co.SleepAsync(n), 0);")]
    [InlineData("Func<int> f = () => 1; f(); Get();", "Func<int> f = () => 1; f(); await GetAsync();")]
    public void A_nested_function_whose_calls_are_all_in_sight_becomes_async(string statement, string twin)
    {
        (CoroutineAnalysis analysis, GeneratorRun run) = Analyze(statement);
        Assert.Empty(analysis.Unpatched);
        Assert.Contains($"        {twin}\n", run.AssertCompiles().Twin("Work"), StringComparison.Ordinal);
    }

    private static (CoroutineAnalysis Analysis, GeneratorRun Run) Analyze(string statement)
    {
        Compilation compilation = TestCompilation.Create($$"""
            using System.Linq;

            public partial record Tests
            {
                private readonly object _gate = new();
                private readonly Stream _stream = Stream.Null;
                private readonly Task<int> _task = Task.FromResult(1);
                private int[] _cells = new int[4];
                private Tests _me = null!;
                public int Number { get; init; }

                [Coroutine]
                private int Get() { Thread.Sleep(0); return 1; }

                [Coroutine]
                private void Work()
                {
                    {{statement}}
                }

                private ref int Ref() => ref _cells[0];
                private void Take(Span<int> span, int n) { }
                private void Keep(Func<int> f) { }
                private void Take2(int a, int b) { }
            }

            public ref struct RefStruct { public void Dispose() { } }
            """);
        SyntaxTree tree = compilation.SyntaxTrees.Single(static t => t.FilePath == TestCompilation.Path);
        MethodDeclarationSyntax declaration = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.Text == "Work");
        SemanticModel model = compilation.GetSemanticModel(tree);
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(
            (IMethodSymbol)model.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken)!, declaration, model, KnownTypes.Of(compilation)!, TestContext.Current.CancellationToken);
        return (analysis, GeneratorRun.Of(compilation));
    }
}
