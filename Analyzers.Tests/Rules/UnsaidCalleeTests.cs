using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>CG1005 through what the language calls without anybody writing it: each form once where it blocks and once where it does not.</summary>
public class UnsaidCalleeTests
{
    [Fact]
    public Task Using_runs_dispose() => Rule.Reports(
        UntaggedProgram.Of(
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
        UntaggedProgram.Of("""
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
        UntaggedProgram.Of(
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
        UntaggedProgram.Of("""
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
        UntaggedProgram.Of(
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
        UntaggedProgram.Of(
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
        UntaggedProgram.Of(
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
    public Task Initializers_of_collections() => Rule.Reports(
        UntaggedProgram.Of(
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
        UntaggedProgram.Of(
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
        UntaggedProgram.Of(
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
}
