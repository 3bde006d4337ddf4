using CoGen.CodeFixes;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class PassMethodTests
{
    [Fact]
    public Task Passing_the_method_in_place_of_the_lambda() => Rule.IsFixed<PassMethodCodeFix>(
        """
        using CoGen;

        class C
        {
            void Load(int n, string s) => Thread.Sleep(n);

            void M()
            {
                Co.Spawn({|CG1002:() =>|} Load(1, "a"));
                Co.SpawnAfter(TimeSpan.Zero, {|CG1002:() =>|} { this.Load(2, "b"); });
            }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void Load(int n, string s) => Thread.Sleep(n);

            void M()
            {
                Co.Spawn(Load, 1, "a");
                Co.SpawnAfter(TimeSpan.Zero, this.Load, 2, "b");
            }
        }
        """);
}
