using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>What generated files look like to whoever opens one.</summary>
public class SnapshotTests
{
    [Fact]
    public void A_task_that_sleeps() => Verify("""
        using System;
        using System.Threading;
        using CoGen;

        namespace Demo;

        internal static partial class Program
        {
            /// <summary>Prints, then waits.</summary>
            [Coroutine]
            private static void TaskA()
            {
                for (int i = 0; i < 3; i++)
                {
                    Console.WriteLine($"A{i}");
                    Thread.Sleep(1000); // One second.
                }
            }
        }
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        GeneratorRun run = GeneratorRun.Of(source).AssertCompiles();
        Snapshot.Verify(string.Join("\n", run.Twins.Select(static f => $"// {f.HintName}\n{f.SourceText}")), test: test);
    }
}
