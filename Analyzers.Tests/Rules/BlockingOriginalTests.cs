using CoGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.BlockingOriginalAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class BlockingOriginalTests
{
    // With the twins that the generator writes.
    private static string Around(string members, bool isConsole = false) => $$"""
        using System.CodeDom.Compiler;
        using System.Reflection;
        using CoGen;
        using CoGen.CompilerServices;

        partial class C
        {
            [Coroutine]
            public static void Load() => Thread.Sleep(1);

            [Coroutine]
            public static int Read(int n) { Thread.Sleep(n); return n; }

            [Coroutine]
            public static void Tick(object? state) => Thread.Sleep(1);

            [Coroutine]
            public static void Handle(object? sender, EventArgs e) => Thread.Sleep(1);

            {{members}}
        }

        partial class C
        {
            [GeneratedCode("CoGen", "1"), CoroutineTwin]
            public static async Coroutine LoadAsync() => await Co.SleepAsync(1);

            [GeneratedCode("CoGen", "1"), CoroutineTwin]
            public static async Coroutine<int> ReadAsync(int n) { await Co.SleepAsync(n); return n; }

            [GeneratedCode("CoGen", "1"), CoroutineTwin]
            public static async Coroutine TickAsync(object? state) => await Co.SleepAsync(1);

            [GeneratedCode("CoGen", "1"), CoroutineTwin]
            public static async Coroutine HandleAsync(object? sender, EventArgs e) => await Co.SleepAsync(1);
        }
        """;

    [Fact]
    public Task The_message_says_who_runs_it_and_who_waits() => Rule.Reports(
        Around("async Task M() { await Task.Yield(); {|#0:Load|}(); await Task.Run({|#1:Load|}); } void N() { new Thread({|#2:Load|}).Start(); _ = typeof(C).GetMethod(nameof({|#3:Load|}))!.Invoke(null, null); }"),
        Rule.Warning(0, "CG1008", "This call runs the blocking original of 'C.Load', and the thread of the asynchronous code waits. Write 'await LoadAsync(…)'."),
        Rule.At(1, "CG1008", DiagnosticSeverity.Info, "'Task.Run' runs the blocking original of 'C.Load', on a thread that waits with it. Write 'await LoadAsync()', which needs no thread."),
        Rule.At(2, "CG1008", DiagnosticSeverity.Info, "'new Thread' runs the blocking original of 'C.Load', on a thread that waits with it. Spawn a fiber for it, by 'PoolScheduler.Default.Spawn(Load)'."),
        Rule.At(3, "CG1008", DiagnosticSeverity.Info, "'Type.GetMethod' runs the blocking original of 'C.Load', which is the method of that name. Take 'nameof(LoadAsync)', and await what it returns."));

    [Theory]
    [InlineData("async Task M() { await Task.Yield(); {|#0:Load|}(); }")]
    [InlineData("async Task M() { await Task.Yield(); C.{|#0:Load|}(); }")]
    [InlineData("async Task<int> M() { await Task.Yield(); return {|#0:Read|}(1) + 1; }")]
    [InlineData("async void M() { await Task.Yield(); {|#0:Load|}(); }")]
    [InlineData("async Coroutine M() { await Co.SleepAsync(1); {|#0:Load|}(); }")]
    [InlineData("void M() { Func<Task> f = async () => { await Task.Yield(); {|#0:Load|}(); }; f(); }")]
    [InlineData("void M() { F(); async Task F() { await Task.Yield(); {|#0:Load|}(); } }")]
    [InlineData("async IAsyncEnumerable<int> M() { await Task.Yield(); yield return {|#0:Read|}(1); }")]
    public Task Async_code_that_calls_it(string member) => Rule.Reports(Around(member), new Microsoft.CodeAnalysis.Testing.DiagnosticResult("CG1008", DiagnosticSeverity.Warning).WithLocation(0));

    [Theory]
    [InlineData("void M() => Task.Run({|#0:Load|});")]
    [InlineData("void M() => Task.Run(() => {|#0:Load|}());")]
    [InlineData("void M() => Task.Run(() => {|#0:Read|}(1));")]
    [InlineData("void M() => Task.Factory.StartNew({|#0:Load|});")]
    [InlineData("void M() => new Thread({|#0:Load|}).Start();")]
    [InlineData("void M() => new Thread(() => {|#0:Load|}()) { IsBackground = true }.Start();")]
    [InlineData("void M() => ThreadPool.QueueUserWorkItem({|#0:Tick|});")]
    [InlineData("void M() => Parallel.Invoke({|#0:Load|});")]
    [InlineData("void M(List<object> all) => Parallel.ForEach(all, {|#0:Tick|});")]
    [InlineData("Timer M() => new Timer({|#0:Tick|});")]
    [InlineData("void M(System.Timers.Timer timer) => AppDomain.CurrentDomain.ProcessExit += {|#0:Handle|};")]
    [InlineData("object? M() => typeof(C).GetMethod(nameof({|#0:Load|}))?.Invoke(null, null);")]
    [InlineData("object? M() { MethodInfo? load = typeof(C).GetMethod(nameof({|#0:Load|})); return load!.Invoke(null, null); }")]
    [InlineData("void M() => typeof(C).GetMethod(nameof({|#0:Load|}))!.CreateDelegate<Action>();")]
    [InlineData("void M() => Delegate.CreateDelegate(typeof(Action), typeof(C), nameof({|#0:Load|})).DynamicInvoke();")]
    [InlineData("object? M() => typeof(C).InvokeMember(nameof({|#0:Load|}), BindingFlags.InvokeMethod, null, null, null);")]
    [InlineData("[Coroutine] void M() { Task.Run({|#0:Load|}); Thread.Sleep(1); }")]
    public Task A_thread_that_is_taken_for_it(string member) => Rule.Reports(Around(member), new Microsoft.CodeAnalysis.Testing.DiagnosticResult("CG1008", DiagnosticSeverity.Info).WithLocation(0));

    [Theory]
    [InlineData("void M() => Load();")]
    [InlineData("static async Task Main() { await Task.Yield(); Load(); }")]
    [InlineData("async Task M() { await Task.Yield(); await LoadAsync(); }")]
    [InlineData("async Task M(List<int> all) { await Task.Yield(); all.ForEach(n => Read(n)); }")]
    [InlineData("async Task M() { await Task.Yield(); F(); void F() => Load(); }")]
    [InlineData("[Coroutine] void M() { Load(); Co.Spawn(Load); }")]
    [InlineData("[Coroutine] void M() { Action load = () => Load(); load(); }")]
    [InlineData("void M() { Co.Run(Load); Fiber f = Co.Spawn(Load); f.Join(); }")]
    [InlineData("void M() => Co.Blocking(Load);")]
    [InlineData("void M(CoThreadPool pool) => pool.Run(Load);")]
    [InlineData("void M(List<object> all) => all.ForEach(Tick);")]
    [InlineData("void M() { Action load = Load; Co.Spawn(load); }")]
    [InlineData("event EventHandler? Changed; void M() => Changed += Handle;")]
    [InlineData("void M() => Task.Run(() => { Load(); Console.WriteLine(); });")]
    [InlineData("void M() => Task.Run(async () => await LoadAsync());")]
    [InlineData("object? M() => typeof(C).GetMethod(nameof(Load))!.GetCustomAttributes();")]
    [InlineData("string M() => nameof(Load);")]
    [InlineData("void M() => Co.Spawn((Action)Delegate.CreateDelegate(typeof(Action), typeof(C), nameof(Load)));")]
    public Task What_is_meant_or_harmless(string member) => Rule.Reports([Around(member)], member.Contains(" Main()", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);

    [Theory]
    [InlineData("async Task M() { await Task.Yield(); Unknown(Load")]
    [InlineData("void M() => Task.Run(Load")]
    [InlineData("object? M() => typeof(C).GetMethod(nameof(Loa")]
    public Task Half_typed_code(string member) => Rule.BearsBroken(Around(member));

    [Fact]
    public Task The_twin_is_awaited() => Rule.IsFixed<RunTwinCodeFix>(
        Around(
            """
            async Task<string> M(string path)
                {
                    await Task.Yield();
                    Load(); // loads
                    await Task.Run(Load);
                    int n = await Task.Run(() => Read(2));
                    return Read(1).ToString() + C.Read(n);
                }
            """.Replace("Load()", "{|CG1008:Load|}()").Replace("Run(Load", "Run({|CG1008:Load|}").Replace("Read(", "{|CG1008:Read|}(")),
        Around(
            """
            async Task<string> M(string path)
                {
                    await Task.Yield();
                    await LoadAsync(); // loads
                    await LoadAsync();
                    int n = await ReadAsync(2);
                    return (await ReadAsync(1)).ToString() + await C.ReadAsync(n);
                }
            """));

    [Fact]
    public Task A_coroutine_spawns_a_fiber() => Rule.IsFixed<RunTwinCodeFix>(
        Around("[Coroutine] void M() { Task.Run({|CG1008:Load|}); Thread.Sleep(1); }"),
        Around("[Coroutine] void M() { Co.Spawn(Load); Thread.Sleep(1); }"));

    [Theory]
    [InlineData("void M() { Task.Run({|CG1008:Load|}); }")]
    [InlineData("void M() { new Thread({|CG1008:Load|}).Start(); }")]
    [InlineData("[Coroutine] void M() { Task task = Task.Run({|CG1008:Load|}); task.Wait(); }")]
    [InlineData("async Task M() { await Task.Yield(); lock (this) { {|CG1008:Load|}(); } }")]
    public Task No_fix_that_would_not_compile_or_mean_the_same(string member) => Rule.IsNotFixed<RunTwinCodeFix>(Around(member));
}
