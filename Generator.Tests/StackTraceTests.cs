using System.Diagnostics;
using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>A debugger and a stack trace show the user's own file and line.</summary>
public class StackTraceTests
{
    [Fact]
    public void An_exception_in_a_twin_points_at_the_original()
    {
        StackTrace trace = new(Throw("""
            public static partial class Tests
            {
                [Coroutine]
                private static void Work(int n)
                {
                    Thread.Sleep(0);
                    if (n == 0)
                        throw new InvalidOperationException();

                    Thread.Sleep(
                        0);
                    Work(n - 1);
                }

                public static object Test()
                {
                    Co.Run(Start);
                    return 0;
                }

                [Coroutine]
                private static void Start() => Work(1);
            }
            """), fNeedFileInfo: true);

        string[] places = [.. trace.GetFrames().Where(static f => f.GetFileName() == TestCompilation.Path).Select(static f => $"{f.GetMethod()!.DeclaringType!.Name}:{f.GetFileLineNumber()}")];
        Assert.StartsWith("<WorkAsync>", places[0], StringComparison.Ordinal);
        Assert.EndsWith(":8", places[0], StringComparison.Ordinal);
        Assert.EndsWith(":12", places[1], StringComparison.Ordinal);
        Assert.EndsWith(":22", places[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_that_lose_their_line_breaks_keep_the_lines_below()
    {
        StackTrace trace = new(Throw("""
            public static partial class Tests
            {
                [Coroutine]
                private static int Work(Task<int> task)
                {
                    int n = task
                        .ConfigureAwait(false)
                        .GetAwaiter()
                        .GetResult();
                    throw new InvalidOperationException(n.ToString());
                }

                public static object Test() => Co.Spawn(Work, Task.FromResult(1)).Result;
            }
            """), fNeedFileInfo: true);

        Assert.Contains(trace.GetFrames(), static f => f.GetFileName() == TestCompilation.Path && f.GetFileLineNumber() == 10);
    }

    private static Exception Throw(string source) =>
        Assert.Throws<InvalidOperationException>(() => GeneratorRun.Of(source).Invoke<object>()).InnerException!;
}
