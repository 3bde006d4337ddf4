using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.PlainLockAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class PlainLockTests
{
    private const string Holder = "[Coroutine] public void Load() { lock (_gate) { Thread.Sleep(1); } }";

    [Fact]
    public Task Coroutine_and_place_are_named() => Rule.Reports(
        InClass("""
            [Coroutine]
            public void Load()
            {
                lock (_gate)
                {
                    Thread.Sleep(1);
                }
            }

            public void Clear() { {|#0:lock|} (_gate) { } }
            """),
        Rule.Warning(0, "CG1023", "This lock does not keep out 'Load', which holds '_gate' while 'Thread.Sleep' on line 11 yields: on the thread of its loop plain code walks in, and on any other thread it blocks. Make 'Clear' a [Coroutine]."));

    [Fact]
    public Task Entry_point_goes_on_between_two_turns_of_the_loop() => Rule.ReportsInProgram(
        """
        using CoGen;

        partial class C
        {
            static readonly object s_gate = new();
            [Coroutine] static void Load() { lock (s_gate) { Thread.Sleep(1); } }

            static void Main()
            {
                Co.Spawn(Load);
                Co.Sleep(1);
                {|#0:lock|} (s_gate) { }
            }
        }
        """,
        Rule.Warning(0, "CG1023", "This lock does not keep out 'Load', which holds 's_gate' while 'Thread.Sleep' on line 6 yields: on the thread of its loop plain code walks in, and on any other thread it blocks. Move it into a [Coroutine] method."));

    [Theory]
    [InlineData("internal int Count { get { {|CG1023:lock|} (_gate) return 1; } }")]
    [InlineData("protected void Clear() { {|CG1023:lock|} (this._gate) { } }")]
    [InlineData("[Coroutine] public void All() => Clear(); private void Clear() { {|CG1023:lock|} (_gate) { } }")]
    [InlineData("public void All() => Clear(); private void Clear() => Really(); private void Really() { {|CG1023:lock|} ((_gate)) { } }")]
    [InlineData("public Action Clear() => () => { {|CG1023:lock|} (_gate) { } };")]
    [InlineData("public void Clear() { Really(); void Really() { {|CG1023:lock|} (_gate) { } } }")]
    [InlineData("[Coroutine(IsEnabled = false)] public void Clear() { {|CG1023:lock|} (_gate) { } }")]
    public Task Plain_code_that_a_loop_may_run(string member) => Rule.Reports(InClass(Holder + member));

    [Theory]
    [InlineData("[Coroutine] public void Load() { lock (this) { Thread.Sleep(1); } } public void Clear() { {|CG1023:lock|} (this) { } }")]
    [InlineData("[Coroutine] public void Load() { lock (s_gate) { Thread.Sleep(1); } } public void Clear() { {|CG1023:lock|} (s_gate) { } }")]
    [InlineData("[Coroutine] public void Load() { lock (typeof(C)) { Thread.Sleep(1); } } public void Clear() { {|CG1023:lock|} (typeof(C)) { } }")]
    [InlineData("[Coroutine] public void Load() { Monitor.Enter(_gate); try { Thread.Sleep(1); } finally { Monitor.Exit(_gate); } lock (_gate) { } } public void Clear() { {|CG1023:lock|} (_gate) { } }")]
    [InlineData("[Coroutine] public int Text { get { lock (_gate) { Thread.Sleep(1); return 1; } } } public void Clear() { {|CG1023:lock|} (_gate) { } }")]
    public Task Whatever_is_locked(string members) => Rule.Reports(InClass(members));

    [Theory]
    // Nobody holds it across a yield.
    [InlineData("[Coroutine] public void Load() { lock (_gate) { } Thread.Sleep(1); } public void Clear() { lock (_gate) { } }")]
    [InlineData("public void Load() { lock (_gate) { Thread.Sleep(1); } } public void Clear() { lock (_gate) { } }")]
    [InlineData("[Coroutine] public void Load() { lock (_gate) { Thread.Sleep(1); } } public void Clear() { lock (_other) { } }")]
    // It is one of the fiber, too.
    [InlineData(Holder + "[Coroutine] public void Clear() { lock (_gate) { } }")]
    // Nobody else has the object yet.
    [InlineData(Holder + "public C() { lock (_gate) { } }")]
    // Other threads wait, as they should.
    [InlineData(Holder + "public void Start() { Task.Run(() => { lock (_gate) { } }); }")]
    [InlineData(Holder + "public void Start() { new Thread(Work).Start(); } private void Work() { lock (_gate) { } }")]
    [InlineData(Holder + "public void Start() { Task.Run(() => Work()); } private void Work() { lock (_gate) { } }")]
    [InlineData(Holder + "private readonly Timer _timer; public C() { _timer = new Timer(_ => Tick()); } private void Tick() { lock (_gate) { } }")]
    // Who knows on which thread.
    [InlineData(Holder + "public async Task Clear() { await Task.Yield(); lock (_gate) { } }")]
    [InlineData(Holder + "public void Clear(C other) { lock (other._gate) { } }")]
    [InlineData(Holder + "public void Clear() { lock ({|CS0103:_gat|}) { } }")]
    public Task Silent(string members) => Rule.IsSilent(InClass(members));

    private static string InClass(string members) =>
        $$"""
        using CoGen;
        partial class C
        {
            static readonly object s_gate = new(); readonly object _gate = new(); readonly object _other = new();

        {{members}}
        }
        """;
}
