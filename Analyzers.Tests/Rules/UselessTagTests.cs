using CoGen.Analyzers.Tests.Harness;
using CoGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UselessTagAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class UselessTagTests
{
    [Fact]
    public Task Tags_at_what_never_waits() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [{|#0:Coroutine|}]
            static int Twice(int n) => n * 2;

            [{|CG0010:CoroutineAttribute|}]
            public void Calls() => Twice(1);

            [{|CG0010:Coroutine|}]
            int P { get => 1; set => Plain(); }

            [{|CG0010:Coroutine|}]
            int this[int i] => i;

            [{|CG0010:Coroutine|}]
            int Both { get => 1; }

            void Plain() { }
        }
        """.Replace("[{|CG0010:CoroutineAttribute|}]\n    public void Calls() => Twice(1);", "[{|CG0010:CoroutineAttribute|}]\n    public void Calls() => Plain();"),
        Rule.At(0, "CG0010", DiagnosticSeverity.Info, "'Twice' waits for nothing, so that its twin only calls it; remove [Coroutine]"));

    [Fact]
    public Task Tags_that_have_an_effect() => Rule.IsSilent(
        """
        using CoGen;

        partial class C : IDisposable, C.IStore
        {
            [Coroutine] void Waits() => Thread.Sleep(1);
            [Coroutine] void Calls() => Waits();
            [Coroutine] void Locks() { lock (this) { } }
            [Coroutine] void Blocks() => Helper();
            [Coroutine] void Unpatched() => Console.ReadKey();
            [Coroutine] static int Retry(Func<int> f) => f();
            [Coroutine] int Half { get { Thread.Sleep(1); return 1; } set { } }
            [Coroutine] IEnumerable<int> Values() { yield return 1; }
            [Coroutine] void Calls(Action[] all) => all[0]();
            [Coroutine] void Spins() { while (_flag) { } }
            bool _flag;
            [Coroutine(TwinName = "GoCoroutine")] void Go() { }
            void Helper() => Thread.Sleep(1);
        }

        // Others may override, implement, spawn, name or see it.
        partial class C
        {
            [Coroutine] protected virtual void Virtual() { }
            [Coroutine] public override string ToString() => "";
            [Coroutine] public void Dispose() { }
            [Coroutine] public void Load() { }
            internal partial interface IStore { [Coroutine] void Load(); }
            [Coroutine] void Entry() { }
            [Coroutine] void ByHand() { }
            [Coroutine] void InString() { }
            void M() { Co.Spawn(Entry); _ = nameof(InString); }
            async Task A() => await ByHandAsync();
            async Task ByHandAsync() => await Task.Yield();
        }

        public partial class Shown
        {
            [Coroutine] public void Quick() { }
        }

        static partial class Patches
        {
            [Coroutine, Patch(typeof(Gauge), nameof(Gauge.Read))]
            public static int Read(Gauge gauge) => 1;
        }

        class Gauge { public int Read() => 1; }
        """);

    [Fact]
    public Task The_tag_goes_and_all_else_stays() => Rule.IsFixed<RemoveTagCodeFix>(
        """
        using CoGen;

        partial class C
        {
            /// <summary>Doubles.</summary>
            [{|CG0010:Coroutine|}]
            static int Twice(int n) => n * 2; // really

            // First.
            [Obsolete, {|CG0010:Coroutine|}]
            void A() { }

            [{|CG0010:Coroutine|}] // why not
            [Obsolete]
            void B() { }

            [Obsolete]
            [{|CG0010:Coroutine|}]
            int P => 1;

            [{|CG0010:Coroutine|}] void D() { }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            /// <summary>Doubles.</summary>
            static int Twice(int n) => n * 2; // really

            // First.
            [Obsolete]
            void A() { }

            // why not
            [Obsolete]
            void B() { }

            [Obsolete]
            int P => 1;

            void D() { }
        }
        """);

    [Fact]
    public Task Half_typed_code_does_no_harm() => Broken.Analyze<UselessTagAnalyzer>("using CoGen; partial class C { [Coroutine] void M( => ; [Coroutine] int P { get } [Coroutine] }");
}
