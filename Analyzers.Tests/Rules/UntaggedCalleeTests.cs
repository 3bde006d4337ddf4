using CoGen.Analyzers.Tests.Harness;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>CG1005 through everything that runs code, said or unsaid: each form once where it blocks and once where it does not.</summary>
public class UntaggedCalleeTests
{
    // What each program has at hand: a call that blocks, and one that does not.
    private static string Program(string members, string types = "") => $$"""
        using System.Linq;
        using System.Runtime.CompilerServices;
        using CoGen;

        partial class C
        {
            static void Block() => Thread.Sleep(1);
            static void Compute() => Math.Sqrt(2);

            {{members}}
        }

        {{types}}
        """;

    [Fact]
    public Task Long_chain_shows_the_whole_path() => Rule.Reports(
        Program("""
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
        Program("[Coroutine] void M() => {|CG1005:F0|}();\n" + string.Join("\n", Enumerable.Range(0, 1000).Select(i => $"static void F{i}() => F{i + 1}();")) + "\nstatic void F1000() => Block();"));

    [Fact]
    public Task Override_that_blocks() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Store store, MemoryStore memory, Sealed sealedStore, Base plain)
            {
                store.{|#0:Load|}();
                memory.Load();
                sealedStore.Load();
                plain.Load();
                Deep(store);
            }

            static void Deep(Store store) { }
            """,
            """
            abstract class Store { public abstract void Load(); }
            class FileStore : Store { public override void Load() => File.ReadAllText("file"); }
            class MemoryStore : Store { public override void Load() { } }
            sealed class Sealed : Store { public override void Load() { } }
            class Base { public virtual void Load() { } }
            class Derived : Base { public override void Load() => base.Load(); }
            """),
        Rule.Warning(0, "CG1005", "'Load' blocks the thread of all coroutines: it may be FileStore.Load, which calls File.ReadAllText. Tag it [Coroutine]."));

    [Fact]
    public Task Call_on_base_is_that_of_the_base() => Rule.Reports(
        Program("", """
            class Store { public virtual void Load() { } public virtual void Save() => Thread.Sleep(1); }
            partial class FileStore : Store
            {
                public override void Load() => Thread.Sleep(1);
                public override void Save() { }
                [Coroutine] void M() { base.Load(); base.{|CG1005:Save|}(); }
            }
            """));

    [Fact]
    public Task Implementation_of_an_interface_that_blocks() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(IStore store, IQuiet quiet, IDisposable unknown)
            {
                {|#0:Use|}(store);
                store.{|#1:Load|}();
                quiet.Load();
                unknown.Dispose();
            }

            static void Use(IStore store) => store.Load();
            """,
            """
            interface IStore { void Load(); }
            interface IQuiet { void Load(); }
            class FileStore : IStore { void IStore.Load() => File.ReadAllText("file"); }
            class MemoryStore : IStore, IQuiet, IDisposable { public void Load() { } public void Dispose() => Thread.Sleep(1); }
            """),
        Rule.Warning(0, "CG1005", "'Use' blocks the thread of all coroutines: it calls Load, which may be FileStore.IStore.Load, which calls File.ReadAllText. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'Load' blocks the thread of all coroutines: it may be FileStore.IStore.Load, which calls File.ReadAllText. Tag it [Coroutine]."));

    [Fact]
    public Task Tagged_implementation_behind_an_untagged_interface_runs_as_its_original() => Rule.Reports(
        Program("[Coroutine] void M(IStore store) => store.{|CG1005:Load|}();", """
            interface IStore { void Load(); }
            partial class FileStore : IStore { [Coroutine] public void Load() => Thread.Sleep(1); }
            """));

    [Fact]
    public Task Accessors_and_indexers() => Rule.Reports(
        Program("""
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
        Program(
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
    public Task Using_runs_dispose() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M()
            {
                {|#0:using|} (new Slow()) { }
                {|#1:Helper|}();
                {|CG1005:using|} Slow slow = new();
                {|CG1005:using|} SlowRef byName = new();
                using Fast fast = new();
                using (new MemoryStream()) { }
            }

            static void Helper() { using Explicit e = new(); }

            class Slow : IDisposable { public void Dispose() => Block(); }
            class Explicit : IDisposable { void IDisposable.Dispose() => Block(); }
            ref struct SlowRef { public void Dispose() => Block(); }
            class Fast : IDisposable { public void Dispose() => Compute(); }
            """),
        Rule.Warning(0, "CG1005", "'Slow.Dispose' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'Helper' blocks the thread of all coroutines: it calls IDisposable.Dispose, which calls Block, which calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Using_of_what_is_awaited_is_no_matter() => Rule.IsSilent(
        Program("""
            [Coroutine]
            void M()
            {
                using Tagged tagged = new();
                using (new Both()) { }
            }

            partial class Tagged : IDisposable { [Coroutine] public void Dispose() => Thread.Sleep(1); }
            sealed class Both : IDisposable, IAsyncDisposable { public void Dispose() => Thread.Sleep(1); public ValueTask DisposeAsync() => default; }
            """));

    [Fact]
    public Task Foreach_runs_the_enumerator() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Bag bag, Run run, Fast fast, List<int> list, int[] array)
            {
                {|#0:foreach|} (int x in bag) { }
                {|CG1005:foreach|} (int x in run) { }
                foreach (int x in fast) { }
                foreach (int x in list) { }
                foreach (int x in array) { }
            }

            class Bag { public IEnumerator<int> GetEnumerator() { Block(); yield return 1; } }
            class Run { public Run GetEnumerator() => this; public bool MoveNext() { Block(); return false; } public int Current => 1; }
            class Fast { public Fast GetEnumerator() => this; public bool MoveNext() => false; public int Current => 1; }
            """),
        Rule.Warning(0, "CG1005", "'Bag.GetEnumerator' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Iterator_runs_where_its_values_are_taken() => Rule.Reports(
        Program("""
            static IEnumerable<int> Slow() { Block(); yield return 1; }
            static IEnumerable<int> Fast() { Compute(); yield return 1; }
            static IEnumerable<int> Property { get { Block(); yield return 1; } }
            IEnumerable<int>? _later;

            [Coroutine]
            void M()
            {
                foreach (int x in {|CG1005:Slow|}()) { }
                foreach (int x in {|CG1005:Property|}) { }
                _ = {|CG1005:Slow|}().Where(static x => x > 1).ToList();
                _ = Enumerable.Count({|CG1005:Slow|}());
                _ = string.Join(",", {|CG1005:Slow|}());
                _ = new List<int>({|CG1005:Slow|}());
                int[] all = [.. {|CG1005:Slow|}()];
                IEnumerable<int> held = {|CG1005:Slow|}();
                foreach (int x in held) { }
                _ = (from x in {|CG1005:Slow|}() select x).ToArray();
                {|CG1005:Sum|}();
                foreach (int x in Fast()) { }
                _later = Slow();
                _ = Slow();
                _ = Slow().Select(static x => x);
                Later();
            }

            static int Sum() => Slow().Sum();
            static IEnumerable<int> Later() => Slow();
            """));

    [Fact]
    public Task Operators_and_conversions() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Slow a, Fast b)
            {
                _ = a {|#0:+|} a;
                a {|CG1005:+=|} a;
                _ = {|CG1005:!|}a;
                a{|CG1005:++|};
                string text = {|#1:a|};
                int n = ({|CG1005:int|})a;
                _ = b + b;
                string other = b;
                b++;
            }

            class Slow
            {
                public static Slow operator +(Slow x, Slow y) { Block(); return x; }
                public static bool operator !(Slow x) { Block(); return true; }
                public static Slow operator ++(Slow x) { Block(); return x; }
                public static implicit operator string(Slow x) { Block(); return ""; }
                public static explicit operator int(Slow x) { Block(); return 1; }
            }

            class Fast
            {
                public static Fast operator +(Fast x, Fast y) { Compute(); return x; }
                public static Fast operator ++(Fast x) => x;
                public static implicit operator string(Fast x) => "";
            }
            """),
        Rule.Warning(0, "CG1005", "'Slow.operator +' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. It cannot be tagged as it is, because it is an operator: move its body into an ordinary method and tag that."),
        Rule.Warning(1, "CG1005", "'Slow.operator string' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. It cannot be tagged as it is, because it is an operator: move its body into an ordinary method and tag that."));

    [Fact]
    public Task Text_of_an_object() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Slow slow, Formatted formatted, Fast fast, object any)
            {
                _ = $"a {{|#0:slow|}} b";
                _ = $"{{|CG1005:formatted|}}";
                _ = "a" + {|CG1005:slow|};
                _ = $"{fast} {any} {1}" + fast + any;
                Log($"{1}");
                {|CG1005:Log|}({|CG1005:$"{2}"|}, 1);
            }

            static void Log(FastHandler text) { }
            static void Log(SlowHandler text, int n) => Block();

            class Slow { public override string ToString() { Block(); return ""; } }
            class Formatted : IFormattable { public string ToString(string? format, IFormatProvider? provider) { Block(); return ""; } }
            class Fast { public override string ToString() => ""; }
            """,
            """
            [InterpolatedStringHandler]
            class FastHandler { public FastHandler(int a, int b) { } public void AppendFormatted(int n) { } public void AppendLiteral(string s) { } }

            [InterpolatedStringHandler]
            class SlowHandler { public SlowHandler(int a, int b) => Thread.Sleep(1); public void AppendFormatted(int n) { } public void AppendLiteral(string s) { } }
            """),
        Rule.Warning(0, "CG1005", "'Slow.ToString' blocks the thread of all coroutines: it calls Block, which calls Thread.Sleep. Tag it [Coroutine] and call it by its name, for the language calls no twin here."));

    [Fact]
    public Task A_tag_does_not_help_where_the_language_calls_no_twin() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Slow slow)
            {
                _ = $"{{|#0:slow|}}" + slow.ToString();
                {|#1:var (a, b)|} = slow;
            }

            partial class Slow
            {
                [Coroutine] public override string ToString() { Thread.Sleep(1); return ""; }
                [Coroutine] public void Deconstruct(out int a, out int b) { Thread.Sleep(1); a = b = 1; }
            }
            """),
        Rule.Warning(0, "CG1005", "'Slow.ToString' blocks the thread of all coroutines: it calls Thread.Sleep. Call it by its name, for the language calls no twin here."),
        Rule.Warning(1, "CG1005", "'Slow.Deconstruct' blocks the thread of all coroutines: it calls Thread.Sleep. Call it by its name, for the language calls no twin here."));

    [Fact]
    public Task Methods_and_lambdas_given_to_linq() => Rule.Reports(
        Program("""
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
    public Task Initializers_of_collections() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M()
            {
                _ = new Slow { {|CG1005:1|} };
                Slow made = {|CG1005:[1]|};
                Slow empty = [];
                _ = new Fast { 1 };
                Fast other = [1];
                List<int> list = [1];
            }

            class Slow : List<int> { public new void Add(int n) => Block(); }
            class Fast : List<int> { public new void Add(int n) { } }
            """));

    [Fact]
    public Task Deconstruction() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Slow slow, Fast fast, Slow[] all, Fast[] others)
            {
                {|CG1005:var (a, b)|} = slow;
                var (c, d) = fast;
                _ = slow is {|CG1005:(1, _)|};
                foreach ({|CG1005:var (e, f)|} in all) { }
                foreach (var (e, f) in others) { }
            }

            class Slow { public void Deconstruct(out int a, out int b) { Block(); a = b = 1; } }
            class Fast { public void Deconstruct(out int a, out int b) => a = b = 1; }
            """));

    [Fact]
    public Task Awaiters_that_nobody_awaits() => Rule.Reports(
        Program(
            """
            [Coroutine]
            void M(Slow slow, Fast fast)
            {
                slow.GetAwaiter().{|CG1005:GetResult|}();
                fast.GetAwaiter().GetResult();
            }

            class Slow { public Slow GetAwaiter() => this; public void GetResult() => Block(); }
            class Fast { public Fast GetAwaiter() => this; public void GetResult() { } }
            """));

    [Fact]
    public Task Raised_events() => Rule.Reports(
        Program(
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
        Program("""
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
        Program("""
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
        Program("""
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
        return Task.WhenAll(broken.Select(members => Broken.Analyze<UntaggedMethodAnalyzer>(Program(members))));
    }
}
