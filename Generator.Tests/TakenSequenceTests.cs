using CoGen.Generator.Tests.Harness.Programs;

namespace CoGen.Generator.Tests;

/// <summary>Where a sequence of CoGen's own is taken for a plain one, its values would be waited for with the thread: each such place is told.</summary>
public class TakenSequenceTests
{
    [Theory]
    [InlineData("_ = new[] { 1 }.Concat(queue./*!CG1027*/TakeAll()).Last();")]
    [InlineData("_ = new List<int>(queue./*!CG1027*/TakeAll());")]
    [InlineData("_ = string.Join(',', queue./*!CG1027*/TakeAll());")]
    [InlineData("int[] all = [.. queue./*!CG1027*/TakeAll()];")]
    [InlineData("Generator<int> numbers = new(Count); new List<int>().AddRange(/*!CG1027*/numbers);")]
    [InlineData("_ = new[] { 1 }.Concat(queue.TakeAll()).ToList();")]
    [InlineData("_ = queue.TakeAll().Select(n => n + 1).Last();")]
    [InlineData("foreach (int n in queue.TakeAll()) Log(n);")]
    public void It_is_told_where_nobody_awaits_the_values(string statement)
    {
        ProgramText program = ProgramText.Of("Linq", "Taken", $$"""
            internal static partial class Program
            {
                private static async Coroutine Count(Yielder<int> yielder) => await yielder.YieldAsync(1);

                [Coroutine]
                private static void Main()
                {
                    CoQueue<int> queue = new();
                    {{statement}}
                }
            }
            """);
        ProgramBuild build = ProgramCompiler.Compile([program])[program.Name];
        Assert.Empty(build.Errors);
        Assert.Equal(program.Files.SelectMany(static f => f.ExpectedDiagnostics), build.Diagnostics);
    }
}
