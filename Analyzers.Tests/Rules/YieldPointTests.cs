using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.YieldAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class YieldPointTests
{
    [Theory]
    [InlineData("Stream.Null.{|#0:Read|}(new byte[1], 0, 1);", "'Stream.Read' yields here: its twin is 'ReadAsync'")]
    [InlineData("Thread.{|#0:Sleep|}(1);", "'Thread.Sleep' yields here: its twin is 'Co.SleepAsync'")]
    [InlineData("Co.{|#0:Sleep|}(1);", "'Co.Sleep' yields here: its twin is 'SleepAsync'")]
    [InlineData("Co.{|#0:Yield|}();", "'Co.Yield' yields here: its twin is 'YieldAsync'")]
    [InlineData("{|#0:Other|}();", "'C.Other' yields here: its twin is 'OtherAsync'")]
    [InlineData("_ = {|#0:Text|};", "'C.Text' yields here: its twin is 'GetTextAsync'")]
    [InlineData("this.{|#0:Text|} = \"\";", "'C.Text' yields here: its twin is 'SetTextAsync'")]
    [InlineData("_ = {|#0:this[1]|};", "'C.this[]' yields here: its twin is 'GetItemAsync'")]
    [InlineData("{|#0:lock|} (_gate) { }", "'lock' yields here: it is entered by 'CoMonitor.EnterBrieflyAsync'")]
    [InlineData("{|#0:lock|} (_gate) { {|CG2001:Other|}(); }", "'lock' yields here: it is entered by 'CoMonitor.EnterAsync'")]
    [InlineData("{|#0:foreach|} (int n in Numbers()) { }", "'foreach' yields here: each step of the loop is awaited, by 'await foreach'")]
    [InlineData("{|#0:foreach|} (string line in File.ReadLines(\"f\")) { }", "'foreach' yields here: each step of the loop is awaited, by 'await foreach'")]
    [InlineData("var all = Numbers(); {|#0:foreach|} (int n in all) { }", "'foreach' yields here: each step of the loop is awaited, by 'await foreach'")]
    [InlineData("{|#0:using|} (new Resource()) { }", "'Resource.Dispose' yields here: the end of the block is awaited, by 'DisposeAsync'")]
    [InlineData("{|#0:using|} Resource r = new();", "'Resource.Dispose' yields here: the end of the block is awaited, by 'DisposeAsync'")]
    [InlineData("Console.{|#0:ReadLine|}();", "'Console.ReadLine' yields here: it runs on a worker thread")]
    [InlineData("Task.FromResult(1).{|#0:Wait|}();", "'Task.Wait' yields here: its twin is 'CoTask.WaitAsync'")]
    [InlineData("Co.Spawn(() => { {|#0:Other|}(); });", "'C.Other' yields here: its twin is 'OtherAsync'")]
    [InlineData("_ = string.Join(\",\", {|#0:Numbers|}());", "'C.Numbers' yields here: its twin is 'NumbersAsync'")]
    public Task What_waits_is_shown_with_what_takes_its_place(string statement, string message) => Rule.Reports(
        InCoroutine(statement), Rule.At(0, "CG2001", DiagnosticSeverity.Hidden, message));

    [Fact]
    public Task Method_that_is_a_lock_yields_at_its_entry() => Rule.Reports(
        """
        using CoGen;
        using System.Runtime.CompilerServices;

        partial class C
        {
            [Coroutine]
            [MethodImpl(MethodImplOptions.Synchronized)]
            void {|#0:M|}() { Thread.{|CG2001:Sleep|}(1); }
        }
        """,
        Rule.At(0, "CG2001", DiagnosticSeverity.Hidden, "'Monitor.Enter' yields here: it is entered by 'CoMonitor.EnterAsync'"));

    [Theory]
    // Memory does not wait.
    [InlineData("new MemoryStream().Write(new byte[1], 0, 1);")]
    // What has another name in the twin and waits for nothing.
    [InlineData("Monitor.Exit(_gate);")]
    [InlineData("Monitor.Pulse(_gate);")]
    [InlineData("Fiber f = Co.Spawn(Other);")]
    [InlineData("_ = nameof(Other);")]
    [InlineData("foreach (int n in new[] { 1 }) { }")]
    // It blocks.
    [InlineData("new List<int>().ForEach(n => Thread.Sleep(n));")]
    [InlineData("var all = Numbers();")]
    // Half-typed.
    [InlineData("Other({|CS1026:;|}")]
    public Task Nothing_else_is(string statement) => Rule.IsSilent(InCoroutine(statement));

    [Fact]
    public Task Body_that_is_not_repeated_does_not_yield() => Rule.IsSilent("""
        using CoGen;

        partial struct S
        {
            int _n;

            [Coroutine]
            void M() { _n = 1; Thread.Sleep(_n); }
        }
        """);

    [Fact]
    public Task Tagged_function_in_a_coroutine_is_shown_once() => Rule.Reports("""
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M()
            {
                {|CG2001:Nap|}();

                [Coroutine]
                static void Nap() => Thread.{|CG2001:Sleep|}(1);
            }
        }
        """);

    [Fact]
    public Task Plain_code_does_not_yield() => Rule.IsSilent("class C { void M() => Thread.Sleep(1); }");

    private static string InCoroutine(string statement) =>
        $$"""
        using CoGen;

        partial class C
        {
            readonly object _gate = new();
            [Coroutine] string Text { get => File.{|CG2001:ReadAllText|}("f"); set => File.{|CG2001:WriteAllText|}("f", value); }
            [Coroutine] string this[int i] { get => File.{|CG2001:ReadAllText|}("f"); }
            [Coroutine] void Other() => Thread.{|CG2001:Sleep|}(1);
            [Coroutine] IEnumerable<int> Numbers() { Thread.{|CG2001:Sleep|}(1); yield return 1; }

            [Coroutine]
            void M()
            {
                {{statement}}
            }
        }

        sealed partial class Resource : IDisposable
        {
            [Coroutine] public void Dispose() => Thread.{|CG2001:Sleep|}(1);
        }
        """;
}
