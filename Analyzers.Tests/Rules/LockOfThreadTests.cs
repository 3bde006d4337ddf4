using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>CG1005 where untagged code does not block, but leaves a lock that a coroutine holds, or asks for one, as its thread.</summary>
public class LockOfThreadTests
{
    private static string Program(string members) => $$"""
        using CoGen;

        partial class C
        {
            private readonly object _gate = new();
            private readonly ReaderWriterLockSlim _door = new();

            {{members}}
        }
        """;

    [Fact]
    public Task Untagged_code_that_leaves_the_lock_of_its_caller() => Rule.Reports(
        Program("""
            [Coroutine]
            void M() { Monitor.Enter(_gate); try { Thread.Sleep(1); } finally { {|#0:Leave|}(); } }

            void Leave() => Exit(_gate);
            static void Exit(object gate) => Monitor.Exit(gate);
            """),
        Rule.Warning(0, "CG1005", "'Leave' speaks of a lock as if the thread held it, and not the coroutine: it calls Exit, which calls Monitor.Exit. Tag it [Coroutine]."));

    [Fact]
    public Task Untagged_code_that_asks_who_holds_a_lock() => Rule.Reports(
        Program("""
            [Coroutine]
            void M() { _door.EnterReadLock(); if (!{|CG1005:IsIn|}) { Thread.Sleep(1); } _door.ExitReadLock(); }

            bool IsIn => _door.IsReadLockHeld || Monitor.IsEntered(_gate);
            """));

    [Fact]
    public Task What_also_blocks_is_said_to_block() => Rule.Reports(
        Program("""
            [Coroutine]
            void M() => {|#0:Pass|}();

            void Pass() { Monitor.Exit(_gate); Thread.Sleep(1); Monitor.Enter(_gate); }
            """),
        Rule.Warning(0, "CG1005", "'Pass' blocks the thread of all coroutines: it calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Tagged_code_and_code_that_nobody_runs_in_a_coroutine_is_left_alone() => Rule.Reports(
        Program("""
            [Coroutine]
            void M() { Monitor.Enter(_gate); Leave(); }

            [Coroutine]
            void Leave() => Monitor.Exit(_gate);

            void Elsewhere() => Monitor.Exit(_gate);
            """));
}
