using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>A <c>lock</c> becomes one of the fiber.</summary>
public class LockTests
{
    [Theory]
    [InlineData("lock (_gate) { Get(); }", "using (await CoMonitor.EnterAsync(_gate)) { await GetAsync(); }")]
    [InlineData("lock (_gate) { _cells[0]++; }", "using (await CoMonitor.EnterBrieflyAsync(_gate)) { _cells[0]++; }")]
    [InlineData("lock (_lock) Get();", "using (await CoMonitor.EnterAsync(_lock)) await GetAsync();")]
    [InlineData("lock (new object[Get()]) lock (_gate) { }", "using (await CoMonitor.EnterAsync(new object[await GetAsync()])) using (await CoMonitor.EnterBrieflyAsync(_gate)) { }")]
    [InlineData("dynamic d = _gate; lock (d) { }", "dynamic d = _gate; using (await CoMonitor.EnterBrieflyAsync((object)d)) { }")]
    [InlineData("Func<int> f = () => Get(); lock (_gate) { f(); }", "Func<Coroutine<int>> f = async () => await GetAsync(); using (await CoMonitor.EnterAsync(_gate)) { await f(); }")]
    [InlineData("void F() { lock (_gate) { } } F();", "async Coroutine F() { using (await CoMonitor.EnterBrieflyAsync(_gate)) { } } await F();")]
    [InlineData("Action f = () => { lock (_gate) { } }; Keep(f); Get();", "Action f = () => { lock (_gate) { } }; Keep(f); await GetAsync();")]
    [InlineData("lock (_gate) { Get(); Monitor.Pulse(_gate); } Get();", "using (await CoMonitor.EnterAsync(_gate)) { await GetAsync(); global::CoGen.Patches.MonitorPatches.Pulse(_gate); } await GetAsync();")]
    [InlineData("Span<int> s = _cells; lock (_gate) { s[0]++; } Get();", "Span<int> s = _cells; lock (_gate) { s[0]++; } await GetAsync();")]
    public void A_lock_is_one_of_the_fiber_where_it_can_be(string statement, string twin) => Assert.Contains($"        {twin}\n", GeneratorRun.Of($$"""
        public partial class Tests
        {
            private readonly object _gate = new();
            private readonly Lock _lock = new();
            private int[] _cells = new int[4];

            [Coroutine] private int Get() { Thread.Sleep(0); return 1; }

            [Coroutine]
            private void Work()
            {
                {{statement}}
            }

            private void Keep(Action f) { }
        }
        """).AssertCompiles().Twin("Work"), StringComparison.Ordinal);
}
