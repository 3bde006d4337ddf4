using System.Collections.Concurrent;
using CoGen.Generator.Tests.Harness;
using CoGen.Generator.Tests.Harness.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Tests;

/// <summary>
/// What is remembered of a file is what would be read now, whatever was edited in others: the programs below <c>Programs/</c> are dealt out to two files, and
/// each body of the second is emptied and filled again. A sample of them, or with <c>COGEN_PROGRAMS</c> those whose names have that in them; <c>/</c> is in all.
/// </summary>
public class RememberedReadingTests
{
    private const int Sample = 10;

    [Fact]
    public void After_an_edit_in_another_file_every_twin_is_as_if_it_were_read_anew() => Survive(static program => (program, ""));

    [Fact]
    public void So_it_is_in_an_assembly_that_is_patched_as_a_whole() => Survive(static program => (program.WithoutTags(), "\n[assembly: PatchAll]"));

    [Theory]
    [InlineData("delegates that it now keeps", "private static Func<int> s_kept = null!;\n[Coroutine] static int Twice(Func<int> f) { Thread.Sleep(1); return f() + f(); }", "return f() + f();", "s_kept = f; return 0;")]
    [InlineData("an iterator that is none any more", "[Coroutine] static IEnumerable<int> Items() { Thread.Sleep(1); yield return 1; }", "yield return 1;", "return [1];")]
    [InlineData("a base whose body cannot be repeated any more", "public partial class Base { [Coroutine] public virtual int Read() { Thread.Sleep(1); return 1; } }", "return 1;", "int await = 1; return await;")]
    [InlineData("a namesake of a local function", "static void Local(int n) { }", "{ }", "{ void Inner() { } Inner(); }")]
    public void A_twin_that_depends_on_another_body_is_read_again_when_that_changes(string what, string other, string part, string newPart)
    {
        const string Source = """
            public partial class Derived : Base { [Coroutine] public override int Read() => base.Read() + 1; }
            public partial class Base { }
            public static partial class Tests
            {
                [Coroutine] static int Own() => 2;
                [Coroutine] static int CallsTwice() => Twice(() => { Thread.Sleep(2); return 1; });
                [Coroutine] static int Sums() { int sum = 0; foreach (int n in Items()) sum += n; return sum; }
                static void Local() { [Coroutine] static void Inner() => Thread.Sleep(3); Co.Run(Inner); }
            }
            """;
        string file = other.StartsWith("public partial class", StringComparison.Ordinal) ? other : $"public static partial class Tests\n{{\n{other}\n}}";
        CSharpCompilation before = TestCompilation.Create(Source, file);
        SyntaxTree tree = before.SyntaxTrees.Single(static t => t.FilePath == "/src/File1.cs");
        Assert.Contains(part, file, StringComparison.Ordinal);
        CSharpCompilation after = before.ReplaceSyntaxTree(tree, TestCompilation.Parse(file.Replace(part, newPart, StringComparison.Ordinal), tree.FilePath));

        GeneratorDriver driver = New().RunGenerators(before, TestContext.Current.CancellationToken);
        string[] remembered = SourcesOf(driver.RunGenerators(after, TestContext.Current.CancellationToken));
        Assert.Equal(SourcesOf(ReadAnew(after)), remembered);
        Assert.NotEqual(FromFirstFile(SourcesOf(driver)), FromFirstFile(remembered), StringComparer.Ordinal);
        Assert.NotEmpty(what);

        // What stands in the edited file itself is no proof.
        static string[] FromFirstFile(string[] sources) => [.. sources.Where(static s => s.Contains("#line", StringComparison.Ordinal) && s.Contains(TestCompilation.Path, StringComparison.Ordinal))];
    }

    private static void Survive(Func<ProgramText, (ProgramText Program, string Assembly)> prepare)
    {
        bool some = Environment.GetEnvironmentVariable("COGEN_PROGRAMS") is null;
        ProgramText[] programs = [.. ProgramText.ReadWanted().Where((program, i) => !program.IsAlone && (!some || i % Sample == 0))];
        ConcurrentQueue<string> failures = [];
        int edits = 0;
        Parallel.ForEach(programs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, program =>
        {
            (program, string assembly) = prepare(program);
            SyntaxNode root = CSharpSyntaxTree.ParseText(program.Files[0].Text, TestCompilation.ParseOptions).GetRoot();
            ProgramFile[] halves = [.. Enumerable.Range(0, 2).Select(half => new ProgramFile($"/programs/{half}.cs", new Dealer(half).Visit(root)!.ToFullString(), false))];
            CSharpCompilation compilation = ProgramCompiler.Create("Halves", halves, assembly: assembly);
            SyntaxTree second = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "/programs/1.cs");
            GeneratorDriver driver = New().RunGenerators(compilation);
            string[] original = SourcesOf(ReadAnew(compilation));
            foreach (SyntaxNode body in second.GetRoot().DescendantNodes().Where(IsBody))
            {
                Interlocked.Increment(ref edits);
                string text = second.ToString().Remove(body.SpanStart, body.Span.Length).Insert(body.SpanStart, body is BlockSyntax ? "{ throw null!; }" : "=> throw null!");
                CSharpCompilation edited = compilation.ReplaceSyntaxTree(second, TestCompilation.Parse(text, second.FilePath));
                GeneratorDriver after = driver.RunGenerators(edited);
                if (!SourcesOf(ReadAnew(edited)).SequenceEqual(SourcesOf(after)) || !original.SequenceEqual(SourcesOf(after.RunGenerators(compilation))))
                    failures.Enqueue($"{program}, without {body}");
            }
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {edits} edits:\n{string.Join("\n\n", failures)}");
        Assert.NotEqual(0, edits);
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax { Parent: MethodDeclarationSyntax or AccessorDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax };

    // What is remembered hangs on the trees.
    private static GeneratorDriver ReadAnew(CSharpCompilation compilation) => New().RunGenerators(TestCompilation.Reparse(compilation, TestCompilation.ParseOptions));

    private static GeneratorDriver New() => CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static string[] SourcesOf(GeneratorDriver driver) => [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(static file => $"{file.HintName}\n{file.SourceText}")];

    /// <summary>Leaves every other member of each partial type; all else goes to the first file.</summary>
    private sealed class Dealer(int half) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? Visit(SyntaxNode? node) => node switch
        {
            TypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.PartialKeyword) => Deal(type),
            BaseTypeDeclarationSyntax or DelegateDeclarationSyntax when half == 1 => null,
            _ => base.Visit(node),
        };

        private TypeDeclarationSyntax Deal(TypeDeclarationSyntax type)
        {
            TypeDeclarationSyntax dealt = type.WithMembers([.. type.Members.Where((_, i) => i % 2 == half).Select(Visit).OfType<MemberDeclarationSyntax>()]);
            return half == 0 ? dealt : dealt.WithAttributeLists(default).WithBaseList(null).WithParameterList(null);
        }
    }
}
