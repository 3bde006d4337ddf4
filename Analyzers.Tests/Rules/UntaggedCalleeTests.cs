using CoGen.Analyzers.Tests.Harness;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>CG1005 through everything that somebody writes down and that runs code: each form once where it blocks and once where it does not.</summary>
public class UntaggedCalleeTests
{
    [Fact]
    public Task Long_chain_shows_the_whole_path() => Rule.Reports(
        UntaggedProgram.Of("""
            [Coroutine]
            void M() { {|#0:A|}(); Harmless(); }

            void A() => B();
            void B() { if (DateTime.Now.Year > 1) { D(); } else { A(); } }
            void D() => E(1);
            void E(int n) => new Thread(() => { }).Join();
            void Harmless() => Harmless(3);
            void Harmless(int n) { if (n > 0) { Harmless(n - 1); } Compute(); }
            """),
        Rule.Warning(0, "CG1005", "'A' blocks the thread of all coroutines: it calls B, which calls D, which calls E, which calls Thread.Join. Tag it [Coroutine]."));

    [Fact]
    public Task Chain_of_a_thousand_methods_is_followed_to_its_end() => Rule.Reports(
        UntaggedProgram.Of("[Coroutine] void M() => {|CG1005:F0|}();\n" + string.Join("\n", Enumerable.Range(0, 1000).Select(i => $"static void F{i}() => F{i + 1}();")) + "\nstatic void F1000() => Block();"));

    [Fact]
    public Task Accessors_and_indexers() => Rule.Reports(
        UntaggedProgram.Of("""
            int Slow { get { Block(); return 1; } set => Block(); }
            int Fast { get { Compute(); return 1; } set => Compute(); }
            int this[int i] { get { Block(); return i; } set => Compute(); }
            int this[string s] { get => 1; set => Block(); }

            [Coroutine]
            void M()
            {
                _ = {|#0:Slow|};
                {|#1:Slow|} = 1;
                {|CG1005:Slow|}++;
                Fast += Fast;
                _ = {|CG1005:this[1]|};
                this[1] = 2;
                _ = this["a"];
                {|CG1005:this["a"]|} = 1;
                _ = nameof(Slow);
            }
            """),
        Rule.Warning(0, "CG1005", "'C.Slow' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'C.Slow' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Constructors_with_initializers_and_bases() => Rule.Reports(
        UntaggedProgram.Of(
            """
            static int Slow() { Block(); return 1; }

            [Coroutine]
            void M()
            {
                _ = {|#0:new ByField()|};
                _ = {|#1:new ByBase()|};
                _ = {|CG1005:new ByExplicitBase(1)|};
                _ = {|CG1005:new ByPrimary(1)|};
                _ = {|CG1005:new ByThis()|};
                _ = new Plain();
                _ = new PlainDerived();
                _ = new { A = 1 };
            }

            class ByField { int _a = Slow(); int _b = 1; }
            class ByBase : ByField { }
            class ByExplicitBase : Chosen { public ByExplicitBase(int n) : base(n) { } }
            class ByPrimary(int n) : Chosen(n);
            class ByThis { ByThis(int n) => Block(); public ByThis() : this(1) { } }
            class Chosen { public Chosen() { } public Chosen(int n) => Block(); }
            class Plain { int _a = 1; static void Never() => Block(); }
            class PlainDerived : Chosen { public PlainDerived() { } }
            """),
        Rule.Warning(0, "CG1005", "'new ByField' blocks the thread of all coroutines: it calls Slow, which calls Block, which calls Thread.Sleep. It cannot be tagged as it is, because it is a constructor: move its body into an ordinary method and tag that."),
        Rule.Warning(1, "CG1005", "'new ByBase' blocks the thread of all coroutines: it calls new ByField, which calls Slow, which calls Block, which calls Thread.Sleep. It cannot be tagged as it is, because it is a constructor: move its body into an ordinary method and tag that."));

    [Fact]
    public Task Methods_and_lambdas_given_to_linq() => Rule.Reports(
        UntaggedProgram.Of("""
            static int Slow(int x) { Block(); return x; }
            static int Fast(int x) { Compute(); return x; }
            Func<int, int>? _kept;

            [Coroutine]
            void M(List<int> list)
            {
                _ = list.Select({|CG1005:Slow|}).ToList();
                list.ForEach(x => {|CG1005:Slow|}(x));
                _ = list.ConvertAll({|CG1005:Slow|});
                {|CG1005:Helper|}(list);
                {|CG1005:Invoked|}();
                _ = list.Select(Fast).ToList();
                Lazy(list);
                Kept();
                Handed();
            }

            static void Helper(List<int> list) => _ = list.Where(x => Slow(x) > 0).Count();
            static void Invoked() { Func<int, int> f = Slow; f(1); }
            static IEnumerable<int> Lazy(List<int> list) => list.Select(x => Slow(x));
            void Kept() => _kept = Slow;
            static void Handed() => Task.Run(() => Slow(1));
            """));

    [Fact]
    public Task Raised_events() => Rule.Reports(
        UntaggedProgram.Of(
            """
            event Action? Saved;
            event Action? Loaded;
            event Action? Unknown;
            Action? _callback;

            void Subscribe()
            {
                Saved += OnSaved;
                Loaded += OnLoaded;
            }

            void OnSaved() => Block();
            void OnLoaded() => Compute();

            [Coroutine]
            void M()
            {
                Saved?.{|#0:Invoke|}();
                {|#1:Raise|}();
                {|CG1005:Saved!|}();
                Loaded?.Invoke();
                Unknown?.Invoke();
                _callback?.Invoke();
            }

            void Raise() => Saved?.Invoke();
            """),
        Rule.Warning(0, "CG1005", "'C.Saved' blocks the thread of all coroutines: it may be C.OnSaved, which calls Block, which calls Thread.Sleep. Let the handler spawn a fiber for it, by Co.Spawn."),
        Rule.Warning(1, "CG1005", "'Raise' blocks the thread of all coroutines: it calls C.Saved, which may be C.OnSaved, which calls Block, which calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Accessors_of_events() => Rule.Reports(
        UntaggedProgram.Of("""
            event Action Slow { add => Block(); remove { } }
            event Action Fast { add { } remove { } }

            [Coroutine]
            void M()
            {
                Slow {|CG1005:+=|} Compute;
                Slow -= Compute;
                Fast += Compute;
            }
            """));

    [Fact]
    public Task Local_functions_of_untagged_methods() => Rule.Reports(
        UntaggedProgram.Of("""
            [Coroutine]
            void M()
            {
                {|#0:Outer|}();
                Quiet();
            }

            void Outer() { Inner(); void Inner() => Block(); }
            void Quiet() { void Inner() => Block(); Compute(); }
            """),
        Rule.Warning(0, "CG1005", "'Outer' blocks the thread of all coroutines: it calls Inner, which calls Block, which calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task What_is_meant_to_block_is_left_alone() => Rule.IsSilent(
        UntaggedProgram.Of("""
            [Coroutine(KeepBlocking = ["Block"])]
            void M()
            {
                Block();
                Co.Blocking(() => Block());
                Meant();
                _ = Later();
            }

            [Coroutine(IsEnabled = false)]
            void Meant() => Block();

            static async Task Later() { Block(); await Task.Yield(); }
            """));

    [Fact]
    public Task Half_typed_code_does_no_harm()
    {
        string[] broken =
        [
            "[Coroutine] void M() { using (var x = ) { } foreach (var (a, ) in ) { } _ = $\"{}\"; new (); [..]; }",
            "[Coroutine] void M() { Missing(x => Block()).Select( ; a += ; base.Foo(); this[; }",
            "[Coroutine] int P { get => this.P.; set => value }",
            "class A : A { public A() : base( { } } [Coroutine] void M() => new A();",
        ];
        return Task.WhenAll(broken.Select(members => Broken.Analyze<UntaggedMethodAnalyzer>(UntaggedProgram.Of(members))));
    }
}
