using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>
/// Half-typed and broken programs never make the generator fail, nor make it write broken code. Every eighth of the places, or with <c>COGEN_HOSTILE=all</c> each.
/// </summary>
public class HostileInputTests
{
    private const string Program = """"
        using System.Net.Sockets;
        namespace Demo;
        public partial class Outer<T> where T : class
        {
            [Coroutine]
            internal static int Work<U>(Stream s, byte[] b, U u, int n = 3) where U : struct
            {
                Span<byte> span = b;
                while (s.Read(b, 0, n) is > 0 and var m) { Thread.Sleep(m); lock (b) { s.Flush(); } }
                Func<int> f = () => Work<U>(s, b, u);
                var q = from x in b where x > 0 select Task.FromResult(x).Result;
                return Task.FromResult(1).ConfigureAwait(false).GetAwaiter().GetResult() + s?.Read(b, 0, 1) ?? 0;
            }
            [Coroutine] private string Text() => $"{Work<int>(Stream.Null, [1, 2], 3)} {@"a""b"} {"""c"""}";
            void Start() { Co.Spawn(Text); Co.Run(() => Text()); }
        }
        """";

    private static readonly int s_step = Environment.GetEnvironmentVariable("COGEN_HOSTILE") == "all" ? 1 : 8;

    private const string Spawning = """
        static partial class P
        {
            struct S { public void Go() { } }
            [Coroutine] static void A(string s, int n) { Thread.Sleep(n); Co.Spawn(B).Join(); }
            [Coroutine] static int B() { foreach (var x in new int[] { 1 }.AsSpan()) Thread.Sleep(0); return Co.Spawn(B).Result; }
            static void Main() { Co.Spawn(A, "x", 1); Co.SpawnAfter(TimeSpan.Zero, B); Co.Spawn(new S().Go); Co.JoinAll(Co.Spawn(B), Co.Spawn(P.B)); }
        }
        """;

    [Theory]
    [InlineData(Program)]
    [InlineData(Spawning)]
    public void Every_prefix_of_a_program_is_survived(string program)
    {
        for (int length = 0; length <= program.Length; length += s_step)
            AssertSurvives(program[..length]);
    }

    [Theory]
    [InlineData(Program)]
    [InlineData(Spawning)]
    public void A_program_without_any_one_token_is_survived(string program)
    {
        IEnumerable<SyntaxToken> tokens = CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens();
        foreach (SyntaxToken token in tokens.Where(static (_, i) => i % s_step == 0))
            AssertSurvives(program.Remove(token.SpanStart, token.Span.Length));
    }

    [Theory]
    [InlineData("[Coroutine(1)]")]
    [InlineData("[Coroutine(Nothing = 2)]")]
    [InlineData("[Coroutine, Coroutine]")]
    [InlineData("[Coroutine][CoGen.Coroutine]")]
    [InlineData("[return: Coroutine]")]
    [InlineData("[Coroutine<int>]")]
    [InlineData("[Coroutine(]")]
    public void Malformed_attributes_are_survived(string attribute) =>
        AssertSurvives($"partial class C {{ {attribute} void M() {{ Thread.Sleep(0); }} void S() {{ Co.Spawn(M); }} }}");

    [Theory]
    [InlineData("[Coroutine] void M(Missing x) { Thread.Sleep(0); x.Foo(); }")]
    [InlineData("[Coroutine] Missing<int> M() { Thread.Sleep(0); return null; }")]
    [InlineData("[Coroutine] void M() { missing.Read(Thread.Sleep(0)); Missing(out var x, 1); }")]
    [InlineData("[Coroutine] void M() { int x = \"a\"; Thread.Sleep(x, x); Thread.Sleep(\"a\"); }")]
    [InlineData("[Coroutine] void M() { } [Coroutine] void M() { Thread.Sleep(0); }")]
    [InlineData("[Coroutine] void M(int a, int a) { Thread.Sleep(a); }")]
    [InlineData("[Coroutine] partial void M();")]
    [InlineData("[Coroutine] static void M(this string s) { Thread.Sleep(0); }")]
    [InlineData("[Coroutine] Missing M() { Thread.Sleep(0); yield return 1; }")]
    [InlineData("[Coroutine] public virtual void M() { Thread.Sleep(0); } partial class D : C { [Coroutine] public override Missing M() { Thread.Sleep(0); } }")]
    [InlineData("partial interface I { [Coroutine] T M<T>() where T : ; } partial class D : I { [Coroutine] T I.M<T>() { Thread.Sleep(0); return default; } }")]
    [InlineData("partial int M(string = = \"b\"); [Coroutine] partial int M(string s) { Thread.Sleep(0); return 1; }")]
    [InlineData("static partial class D { [Coroutine] int this[int n] { get { Thread.Sleep(0); return n; } } [Coroutine] void M() { Thread.Sleep(0); } }")]
    [InlineData("[Coroutine] IEnumerable<> M() { Thread.Sleep(0); yield return 1; }")]
    [InlineData("[Coroutine] string M() { Thread.Sleep(0); return N(); } string N([System.Runtime.CompilerServices.CallerMemberName] string  = \"\") => \"\";")]
    [InlineData("public partial int P { get; } [Coroutine] partial int P { get { Thread.Sleep(0); return 1; } } [Coroutine] void M() { int p = new C().P; }")]
    [InlineData("[Coroutine] void M() { Thread.Sleep(0); var l = new List<int>() { [] = 3 }; }")]
    [InlineData("[Coroutine] public void Flush() { Thread.Sleep(0); } class D : Stream { [Coroutine] public override void Flush() { Thread.Sleep(0); } Task FlushAsync }")]
    public void Code_that_does_not_bind_is_survived(string member) => AssertSurvives($"partial class C {{ {member} }}");

    [Theory]
    [InlineData("<string> words")]
    [InlineData("string words")]
    [InlineData("List< words")]
    [InlineData("int n, int")]
    [InlineData("int")]
    [InlineData("")]
    public void A_half_typed_extension_block_is_survived(string receiver) =>
        AssertSurvives($"static partial class C {{ extension({receiver}) {{ [Coroutine] public void M() {{ Thread.Sleep(0); }} [Coroutine] public int N() => 1; }} }}");

    [Theory]
    [InlineData("P = Read();")]
    [InlineData("P ??= Read();")]
    [InlineData("P += Read();")]
    [InlineData("this.P = Read();")]
    public void What_is_assigned_to_a_property_of_a_missing_type_is_no_error_of_the_twin(string statement)
    {
        Compilation compilation = TestCompilation.Create($$"""
            partial class C
            {
                [Coroutine] Missing P { get { Thread.Sleep(1); return default; } set { Thread.Sleep(1); } }
                [Coroutine] string Read() { Thread.Sleep(1); return ""; }
                [Coroutine] void M() { {{statement}} }
            }
            """);
        Assert.Empty(OwnErrors.In(GeneratorRun.Of(compilation).Output, compilation));
    }

    [Fact]
    public void Patches_in_a_half_typed_namespace_are_survived() => AssertSurvives("""
        namespace .Tools;
        static class Patches { [Patch(typeof(Thread), "Sleep")] public static async Coroutine SleepAsync(int n) => await Co.SleepAsync(n); }
        """);

    [Theory]
    [InlineData("[Coroutine] static void Work() { Thread.Sleep(0); } static void Start() { [Coroutine] static void Inner() { Thread.Sleep(0); } Co.Run(Inner); }")]
    [InlineData("[Patch(typeof(Thread), \"Sleep\")] public static async Coroutine SleepAsync(int n) => await Co.SleepAsync(n);")]
    public void Members_outside_of_any_type_and_in_one_without_a_name_are_survived(string member)
    {
        AssertSurvives($"namespace Demo; partial class P [ {member} ]");
        AssertSurvives($"namespace Demo; partial class {{ {member} }}");
    }

    [Fact]
    public void A_project_without_CoGen_gets_nothing()
    {
        Compilation compilation = TestCompilation.Create("partial class C { [Coroutine] void M() { } }")
            .RemoveReferences(TestCompilation.References[^1]);
        Assert.Empty(GeneratorRun.Of(compilation).Files);
    }

    [Fact]
    public void Attributes_of_another_CoGen_are_not_ours() => Assert.Empty(GeneratorRun.Of("""
        namespace Other { class CoroutineAttribute : Attribute; partial class C { [Coroutine] void M() { Thread.Sleep(0); } } }
        """).Files);

    // What the user's own code lacks may be lacking in its twin too, at the same place; the generator adds nothing to that.
    private static void AssertSurvives(string source)
    {
        AssertSurvives(source, TestCompilation.Create(source));
        AssertSurvives(source, TestCompilation.Create(source.Replace("[Coroutine]", "", StringComparison.Ordinal), "[assembly: PatchAll]"));
    }

    private static void AssertSurvives(string source, Compilation compilation)
    {
        GeneratorRun run = GeneratorRun.Of(compilation);
        foreach (Diagnostic error in run.Files.Select(f => f.SyntaxTree).SelectMany(static t => t.GetDiagnostics()))
            Assert.True(error.Severity != DiagnosticSeverity.Error, $"{error}\n{source}\n{error.Location.SourceTree}");

        if (compilation.SyntaxTrees.All(static t => !t.GetDiagnostics().Any()) && compilation.GetDiagnostics().All(static d => d.Severity != DiagnosticSeverity.Error))
            run.AssertCompiles();
        else
            Assert.Empty(OwnErrors.In(run.Output, compilation).Select(error => $"{error}\n{source}\n{error.Location.SourceTree}"));
    }
}
