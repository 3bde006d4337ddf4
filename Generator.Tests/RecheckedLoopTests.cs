using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>A wait for a pulse may end too early only where the code looks again.</summary>
public class RecheckedLoopTests
{
    [Theory]
    [InlineData("while (n == 0) Monitor.Wait(gate);")]
    [InlineData("while (n == 0) { Monitor.Wait(gate); }")]
    [InlineData("while (n == 0) { if (!Monitor.Wait(gate, 5)) return false; }")]
    [InlineData("do Monitor.Wait(gate); while (n == 0);")]
    [InlineData("for (; n == 0;) Monitor.Wait(gate);")]
    public void A_loop_that_only_waits_looks_again(string body) => Assert.Contains("MonitorPatches.WaitInLoopAsync(gate", TwinOf(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("Monitor.Wait(gate);")]
    [InlineData("while (true) Monitor.Wait(gate);")]
    [InlineData("for (;;) Monitor.Wait(gate);")]
    [InlineData("for (int i = 0; i < 3; i++) Monitor.Wait(gate);")]
    [InlineData("while (n == 0) { Monitor.Wait(gate); n++; }")]
    [InlineData("while (n == 0) { if (Monitor.Wait(gate, 5)) n++; }")]
    [InlineData("while (Monitor.Wait(gate, 5)) n++;")]
    public void Whatever_acts_on_a_pulse_gets_exact_ones(string body)
    {
        string twin = TwinOf(body);
        Assert.Contains("MonitorPatches.WaitAsync(gate", twin, StringComparison.Ordinal);
        Assert.DoesNotContain("WaitInLoopAsync", twin, StringComparison.Ordinal);
    }

    private static string TwinOf(string body) => GeneratorRun.Of($$"""
        public static partial class Tests
        {
            private static int n;

            [Coroutine]
            public static bool M(object gate)
            {
                lock (gate)
                {
                    {{body}}
                }

                return n > 0;
            }
        }
        """).Twin("M");
}
