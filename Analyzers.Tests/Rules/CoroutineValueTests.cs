using CoGen.CodeFixes;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.CoroutineValueAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class CoroutineValueTests
{
    private static string InAsync(string statements) => $$"""
        using CoGen;

        partial class C
        {
            private Coroutine _running;
            private Coroutine Running { get; set; }
            private readonly List<Coroutine> _all = [];

            static async Coroutine LoadAsync() => await Task.Yield();
            static async Coroutine<int> ReadAsync() { await Task.Yield(); return 1; }
            static void Take(Coroutine coroutine) { }

            async Task M(bool b, int n)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    [Fact]
    public Task The_message_says_what_becomes_of_it() => Rule.Reports(
        InAsync("{|#0:LoadAsync|}(); _running = {|#1:LoadAsync|}(); Console.WriteLine({|#2:ReadAsync|}()); Coroutine c = LoadAsync(); await c; await {|#3:c|};").Replace("async Task M", "async Coroutine M", StringComparison.Ordinal),
        Rule.Warning(0, "CG1025", "The coroutine of 'C.LoadAsync' is dropped: it runs on beside its caller, and nobody learns of its error. Await it, or spawn a fiber of its own."),
        Rule.Warning(1, "CG1025", "The coroutine of 'C.LoadAsync' is stored, and it can be awaited only once, by the fiber that called it. Store what AsTask() makes of it, or a fiber."),
        Rule.Warning(2, "CG1025", "The coroutine of 'C.ReadAsync' becomes an object, which nobody can await. Await it, and use its result."),
        Rule.Warning(3, "CG1025", "The coroutine of 'C.LoadAsync' may have been awaited before, which throws. Keep its result, or what AsTask() makes of it."));

    [Theory]
    [InlineData("{|CG1025:LoadAsync|}();")]
    [InlineData("C.{|CG1025:LoadAsync|}();")]
    [InlineData("if (b) {|CG1025:LoadAsync|}();")]
    [InlineData("Coroutine c = {|CG1025:LoadAsync|}();")]
    [InlineData("Action a = () => {|CG1025:LoadAsync|}(); a();")]
    [InlineData("_running = {|CG1025:LoadAsync|}();")]
    [InlineData("Running = {|CG1025:LoadAsync|}();")]
    [InlineData("_all.Add({|CG1025:LoadAsync|}());")]
    [InlineData("Coroutine[] all = [{|CG1025:LoadAsync|}(), b ? {|CG1025:LoadAsync|}() : default];")]
    [InlineData("Coroutine[] all = { {|CG1025:LoadAsync|}() };")]
    [InlineData("List<Coroutine> all = new() { {|CG1025:LoadAsync|}() };")]
    [InlineData("object o = {|CG1025:LoadAsync|}();")]
    [InlineData("Console.WriteLine($\"{{|CG1025:ReadAsync|}()}\");")]
    [InlineData("Coroutine c = LoadAsync(); _all.Add({|CG1025:c|});")]
    [InlineData("Coroutine c = LoadAsync(); await c; await {|CG1025:c|};")]
    [InlineData("Coroutine c = LoadAsync(); if (b) await c; await {|CG1025:c|};")]
    [InlineData("Coroutine c = LoadAsync(); while (b) await {|CG1025:c|};")]
    [InlineData("Coroutine c = LoadAsync(); Task t = c.AsTask(); await t; await {|CG1025:c|};")]
    [InlineData("Coroutine c = LoadAsync(); try { await c; } catch (IOException) { await {|CG1025:c|}; }")]
    [InlineData("Coroutine c = LoadAsync(); Func<Task> f = async () => await {|CG1025:c|}; await f();")]
    [InlineData("Func<Task> f = async () => { Coroutine c = LoadAsync(); await c; await {|CG1025:c|}; }; await f();")]
    [InlineData("await Inner(); async Task Inner() { Coroutine c = LoadAsync(); await c; await {|CG1025:c|}; }")]
    public Task Not_awaited_once(string statements) => Rule.Reports(InAsync(statements).Replace("async Task M", "#pragma warning disable CS4014\nasync Task M", StringComparison.Ordinal));

    [Theory]
    [InlineData("await LoadAsync();")]
    [InlineData("_ = LoadAsync();")]
    [InlineData("int i = await ReadAsync() + await ReadAsync();")]
    [InlineData("Task t = LoadAsync().AsTask(); await t; await t;")]
    [InlineData("Coroutine c = LoadAsync(); await c;")]
    [InlineData("Coroutine c = LoadAsync(), d = LoadAsync(); await c; await d;")]
    [InlineData("Coroutine c = LoadAsync(); if (b) await c; else await c;")]
    [InlineData("Coroutine c = LoadAsync(); if (b) { await c; return; } await c;")]
    [InlineData("Coroutine c = LoadAsync(); await c; c = LoadAsync(); await c;")]
    [InlineData("while (b) { Coroutine c = LoadAsync(); await c; }")]
    [InlineData("Coroutine c; while (b) { c = LoadAsync(); await c; }")]
    [InlineData("Coroutine c = LoadAsync(); for (int i = 0; i < n; i++) { await c; break; }")]
    [InlineData("Coroutine c = b ? LoadAsync() : default; await c;")]
    [InlineData("Func<Coroutine> f = LoadAsync; await f();")]
    [InlineData("Func<Coroutine> f = () => LoadAsync(); await f();")]
    [InlineData("Take(LoadAsync());")]
    [InlineData("Co.Spawn(LoadAsync);")]
    [InlineData("List<Task> all = [LoadAsync().AsTask()]; await Task.WhenAll(all);")]
    [InlineData("Coroutine c = LoadAsync(); bool done = c.IsCompleted; await c;")]
    [InlineData("string s = nameof(LoadAsync);")]
    public Task Awaited_once_or_handed_on(string statements) => Rule.IsSilent(InAsync(statements));

    [Theory]
    [InlineData("Coroutine c = LoadAsync(; await c; await")]
    [InlineData("Coroutine c = LoadAsync(1); await c; Unknown(c)")]
    [InlineData("_all.Add(LoadAsync(")]
    [InlineData("Func<Task> f = async => { await LoadAsync(); }")]
    public Task Half_typed_code(string statements) => Rule.BearsBroken(InAsync(statements));

    [Fact]
    public Task The_value_task_of_a_twin_counts_too() => Rule.Reports(
        """
        using CoGen;
        using CoGen.CompilerServices;

        static class C
        {
            [CoroutineTwin]
            static ValueTask TwinAsync() => default;
            static ValueTask OtherAsync() => default;

            static void M()
            {
                {|CG1025:TwinAsync|}();
                OtherAsync();
            }
        }
        """);

    [Fact]
    public Task Await_is_added_where_it_may_stand() => Rule.IsFixed<AwaitCoroutineCodeFix>(
        InAsync(
            """
            {|CG1025:LoadAsync|}(); // loads
                    Console.WriteLine({|CG1025:ReadAsync|}());
            """).Replace("async Task M", "#pragma warning disable CS4014\nasync Task M", StringComparison.Ordinal),
        InAsync(
            """
            await LoadAsync(); // loads
                    Console.WriteLine(await ReadAsync());
            """).Replace("async Task M", "#pragma warning disable CS4014\nasync Task M", StringComparison.Ordinal));

    [Theory]
    [InlineData("void N() { {|CG1025:LoadAsync|}(); }")]
    [InlineData("async Task N() { await Task.Yield(); lock (this) { {|CG1025:LoadAsync|}(); } }")]
    [InlineData("async Task N() { await Task.Yield(); Action a = () => {|CG1025:LoadAsync|}(); a(); }")]
    [InlineData("async Task N() { await Task.Yield(); _running = {|CG1025:LoadAsync|}(); }")]
    public Task No_await_elsewhere(string method) => Rule.IsNotFixed<AwaitCoroutineCodeFix>(
        $$"""
        #pragma warning disable CS4014
        using CoGen;

        class C
        {
            private Coroutine _running;
            static async Coroutine LoadAsync() => await Task.Yield();
            {{method}}
        }
        """);
}
