using CoGen.Analyzers.Tests.Harness;
namespace CoGen.Analyzers.Tests;
public class SmokeTests
{
    [Fact]
    public Task X() => Rule<CoroutineShapeAnalyzer>.IsSilent("class C { [CoGen.Coroutine] void M() { CoGen.Co.Spawn(M); Console.WriteLine(); } }");
}
