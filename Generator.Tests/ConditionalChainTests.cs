using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Tests;

/// <summary>A <c>?.</c> chain that has a link to be awaited is written out; one that cannot be stays as it is, and a warning says so.</summary>
public class ConditionalChainTests
{
    [Theory]
    [InlineData("_stream?.Flush();", "if (_stream is { } __c0) await Co.Fair(__c0.FlushAsync(Co.Token));")]
    [InlineData("_task?.Wait();", "if (_task is { } __c0) await CoTask.WaitAsync(__c0);")]
    [InlineData("_task?.Wait(9);", "if (_task is { } __c0) await CoTask.WaitAsync(__c0, 9);")]
    [InlineData("_ = _task?.Result;", "_ = (_task is { } __c0 ? await CoTask.ResultAsync(__c0) : default(int?));")]
    [InlineData("_ = _task?.GetAwaiter().GetResult();", "_ = (_task is { } __c0 ? await CoTask.GetResultAsync(__c0) : default(int?));")]
    [InlineData("_ = _me?._task.Result;", "_ = (_me is { } __c0 ? await CoTask.ResultAsync(__c0._task) : default(int?));")]
    [InlineData("_ = _me?.Text();", "_ = (_me is { } __c0 ? await __c0.TextAsync() : null);")]
    [InlineData("_ = _me?.Text()?.Trim();", "_ = (_me is { } __c0 ? (await __c0.TextAsync())?.Trim() : null);")]
    [InlineData("_ = _me?.Text().Length;", "_ = (_me is { } __c0 ? (await __c0.TextAsync()).Length : default(int?));")]
    [InlineData("_ = _me?._me?._me?.Text();", "_ = (_me is { } __c0 ? (__c0._me is { } __c1 ? (__c1._me is { } __c2 ? await __c2.TextAsync() : null) : null) : null);")]
    [InlineData("_ = _me?.Me()?.Me()?.Number;", "_ = (_me is { } __c0 ? ((await __c0.MeAsync()) is { } __c1 ? (await __c1.MeAsync())?.Number : default(int?)) : default(int?));")]
    [InlineData("_me?.Me()?.Nap();", "if (_me is { } __c0) if ((await __c0.MeAsync()) is { } __c1) await __c1.NapAsync();")]
    [InlineData("if (_cells.Length > 0) _me?.Nap(); else Get();", "if (_cells.Length > 0) { if (_me is { } __c0) await __c0.NapAsync(); } else await GetAsync();")]
    [InlineData("_ = _me?._list?[0].Text();", "_ = (_me is { } __c0 ? (__c0._list is { } __c1 ? await __c1[0].TextAsync() : null) : null);")]
    [InlineData("_ = _me?.Take2(Get(), 1);", "_ = _me?.Take2(await GetAsync(), 1);")]
    [InlineData("_ = _cells?[Get()];", "_ = _cells?[await GetAsync()];")]
    [InlineData("_ = _me!?.Text()!.Trim();", "_ = (_me! is { } __c0 ? (await __c0.TextAsync())!.Trim() : null);")]
    [InlineData("_ = $\"{_me?.Text()}{_me?.Get():D}\";", "_ = $\"{(_me is { } __c0 ? await __c0.TextAsync() : null)}{(_me is { } __c1 ? await __c1.GetAsync() : default(int?)):D}\";")]
    [InlineData("if (_me?.Ask() == true) { }", "if ((_me is { } __c0 && await __c0.AskAsync()) == true) { }")]
    [InlineData("if (_me?.Ask() is not true) { }", "if ((_me is { } __c0 && await __c0.AskAsync()) is not true) { }")]
    [InlineData("if (_me?.Ask() ?? false) { }", "if ((_me is { } __c0 && await __c0.AskAsync())) { }")]
    [InlineData("if (_me?.Ask() ?? true) { }", "if ((_me is not { } __c0 || await __c0.AskAsync())) { }")]
    [InlineData("if (_me?._me?.Ask() ?? true) { }", "if ((_me is not { } __c0 || (__c0._me is not { } __c1 || await __c1.AskAsync()))) { }")]
    [InlineData("if (_me?.Ask() == false) { }", "if ((_me is { } __c0 ? await __c0.AskAsync() : default(bool?)) == false) { }")]
    [InlineData("int x = _me?.Get() ?? Get();", "int x = (_me is { } __c0 ? await __c0.GetAsync() : default(int?)) ?? await GetAsync();")]
    [InlineData("Func<int?> f = () => _me?.Get(); f();", "Func<Coroutine<int?>> f = async () => (_me is { } __c0 ? await __c0.GetAsync() : default(int?)); await f();")]
    [InlineData("Action f = () => _me?.Get(); f();", "Func<Coroutine> f = async () => { if (_me is { } __c0) await __c0.GetAsync(); }; await f();")]
    [InlineData("void F() => _me?.Nap(); F();", "async Coroutine F() { if (_me is { } __c0) await __c0.NapAsync(); } await F();")]
    [InlineData("int __c0 = 1; _me?.Nap();", "int __c0 = 1; if (_me is { } __cc0) await __cc0.NapAsync();")]
    [InlineData("_me?._field = Get();", "_me?._field = await GetAsync();")]
    [InlineData("_me?.Me()._field = Get();", "if (_me is { } __c0) (await __c0.MeAsync())._field = await GetAsync();")]
    [InlineData("_ = _me?.Me()._field += 2;", "_ = (_me is { } __c0 ? (await __c0.MeAsync())._field += 2 : default(int?));")]
    [InlineData("_ = _pair?.Value.Text();", "_ = (_pair is { } __c0 ? await __c0.Value.TextAsync() : null);")]
    [InlineData("_ = _pair?.Read();", "_ = (_pair is { } __c0 ? await CoTask.GetResultAsync(__c0.ReadAsync()) : default(int?));")]
    [InlineData("_me?.Ext();", "if (_me is { } __c0) await CoTask.GetResultAsync(__c0.ExtAsync());")]
    public void A_chain_is_written_out(string statement, string twin)
    {
        (CoroutineAnalysis analysis, GeneratorRun run) = Analyze(statement);
        Assert.Empty(analysis.Unpatched);
        Assert.Contains($"        {twin}\n", run.AssertCompiles().Twin("Work"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_me?.Try(out int x);")]
    [InlineData("for (_me?.Nap(); ; ) break;")]
    [InlineData("if (_me?.Try(out int x) == 1) Get2(x);")]
    public void A_chain_stays(string statement)
    {
        (CoroutineAnalysis analysis, GeneratorRun run) = Analyze(statement);
        Assert.Equal(UnpatchedReason.InConditionalAccess, Assert.Single(analysis.Unpatched).Reason);
        run.AssertCompiles();
    }

    [Fact]
    public void A_body_that_is_a_chain_becomes_a_block() => Assert.Contains(
        "{ if (me is { } __c0) await __c0.NapAsync(); }\n", GeneratorRun.Of("""
            public partial class Tests
            {
                [Coroutine] private void Nap() => Thread.Sleep(0);

                [Coroutine]
                private static void Work(Tests? me) => me?.Nap();
            }
            """).AssertCompiles().Twin("Work"), StringComparison.Ordinal);

    [Fact]
    public void What_may_be_a_struct_is_not_copied() => Assert.Contains(
        "return (item is not null ? await CoTask.GetResultAsync(item.ReadAsync()) : default(int?));\n", GeneratorRun.Of("""
            public interface IReader { int Read(); ValueTask<int> ReadAsync(); }

            public partial class Tests
            {
                [Coroutine]
                private static int? Work<T>(T item) where T : IReader
                {
                    return item?.Read();
                }
            }
            """).AssertCompiles().Twin("Work"), StringComparison.Ordinal);

    private static (CoroutineAnalysis Analysis, GeneratorRun Run) Analyze(string statement)
    {
        Compilation compilation = TestCompilation.Create($$"""
            public struct Pair { public Tests Value; public int Read() => 1; public ValueTask<int> ReadAsync() => default; }

            public static class Extensions
            {
                public static void Ext(this Tests me) { }
                public static Task ExtAsync(this Tests me) => Task.CompletedTask;
            }

            public partial class Tests
            {
                private readonly Stream? _stream = Stream.Null;
                private readonly Task<int>? _task = Task.FromResult(1);
                private int[] _cells = new int[4];
                private Tests? _me = null;
                private List<Tests>? _list = null;
                private Pair? _pair = null;
                private int _field;
                public int Number { get; init; }

                [Coroutine] private int Get() { Thread.Sleep(0); return 1; }
                [Coroutine] private bool Ask() { Thread.Sleep(0); return true; }
                [Coroutine] private string? Text() { Thread.Sleep(0); return null; }
                [Coroutine] private Tests? Me() { Thread.Sleep(0); return null; }
                [Coroutine] private void Nap() { Thread.Sleep(0); }
                private int Try(out int x) { x = 1; return 1; }
                private Task<int> TryAsync(out int x) { x = 1; return Task.FromResult(1); }

                [Coroutine]
                private void Work()
                {
                    {{statement}}
                }

                private void Get2(int n) { }
                private int Take2(int a, int b) => 1;
            }
            """);
        SyntaxTree tree = compilation.SyntaxTrees.Single(static t => t.FilePath == TestCompilation.Path);
        MethodDeclarationSyntax declaration = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.Text == "Work");
        SemanticModel model = compilation.GetSemanticModel(tree);
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(
            (IMethodSymbol)model.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken)!, declaration, model, KnownTypes.Of(compilation)!, TestContext.Current.CancellationToken);
        return (analysis, GeneratorRun.Of(compilation));
    }
}
