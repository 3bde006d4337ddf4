using System.Diagnostics;
using System.Globalization;
using System.Text;
using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>
/// What <c>[assembly: PatchAll]</c> costs in a project of some 80,000 lines, against the same project with a tag on each coroutine. It asserts on no time; run it by itself, with <c>-explicit only -diagnostics</c>,
/// for the figures.
/// </summary>
public class PatchAllCostTests
{
    private const int Files = 500;
    private const int Methods = 10;
    private const int Runs = 7;

    [Fact(Explicit = true)]
    public void Figures()
    {
        string[] plain = [.. Enumerable.Range(0, Files).Select(static n => Source(n)), "// nothing"];
        string[] tagged = [.. Enumerable.Range(0, Files).Select(static n => Source(n, tag: "[Coroutine]")), "// nothing"];
        string[] whole = [.. plain[..^1], "[assembly: PatchAll]"];
        Say($"{plain.Sum(static s => s.Count(static c => c == '\n'))} lines, {Files * Methods} methods, {KnownTypes.Of(TestCompilation.Create(whole))!.FindPatchAll(CancellationToken.None)!.Methods.Length} coroutines");
        Assert.Equal(TwinsOf(tagged), TwinsOf(whole));

        List<double>[] times = [[], [], [], [], []];
        for (int run = 0; run <= Runs; run++)
        {
            double compiler = Time(() => TestCompilation.Create(plain).GetDiagnostics(TestContext.Current.CancellationToken));
            (double tags, double tagsAgain) = TimesOf(tagged);
            (double all, double allAgain) = TimesOf(whole);
            if (run == 0) continue;
            foreach ((List<double> list, double time) in times.Zip([compiler, tags, tagsAgain, all, allAgain])) list.Add(time);
        }

        double[] medians = [.. times.Select(static t => t.Order().ElementAt(Runs / 2))];
        Say($"the compiler's own look at it: {medians[0]:F0} ms");
        Say($"the generator, by tags: {medians[1]:F0} ms, after an edit of a body {medians[2]:F0} ms");
        Say($"the generator, by PatchAll: {medians[3]:F0} ms, after an edit of a body {medians[4]:F0} ms");
        Say(string.Create(CultureInfo.InvariantCulture, $"PatchAll against tags: {medians[3] / medians[1]:F2}, after an edit {medians[4] / medians[2]:F2}; against the compiler: {medians[3] / medians[0]:F2}"));
    }

    /// <summary>What the first run of the generator takes, and the one after an edit of a body.</summary>
    private static (double First, double AfterEdit) TimesOf(string[] sources)
    {
        CSharpCompilation compilation = TestCompilation.Create(sources);
        GeneratorDriver driver = New();
        double first = Time(() => driver = driver.RunGenerators(compilation));
        CSharpCompilation edited = Edit(compilation);
        return (first, Time(() => driver = driver.RunGenerators(edited)));
    }

    private static int TwinsOf(string[] sources) => GeneratorRun.Of(TestCompilation.Create(sources)).Twins.Count();

    private static CSharpCompilation Edit(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[5];
        string text = tree.GetText(TestContext.Current.CancellationToken).ToString();
        return compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(text.Replace("total += 1;", "total += 1; total += 1;", StringComparison.Ordinal), tree.FilePath));
    }

    private static GeneratorDriver New() => CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Say(string line) => TestContext.Current.SendDiagnosticMessage(line);

    // A tenth of the methods waits, by itself or through the class before.
    private static string Source(int number, string tag = "")
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"namespace Big;\n\npublic partial class C{number}\n{{\n    private readonly List<string> _names = [];\n    public int Size {{ get; set; }}\n");
        for (int i = 0; i < Methods; i++)
        {
            string call = i == 0 ? (number % 2 == 0 ? "Thread.Sleep(1);" : $"total += new C{number - 1}().M0(total);") : "_names.Add(text.Trim());";
            text.Append(CultureInfo.InvariantCulture, $$"""

                    {{(i == 0 ? tag : "")}}
                    public int M{{i}}(int count)
                    {
                        int total = count + Size;
                        foreach (string text in _names.ToArray())
                        {
                            total += 1;
                            if (text.Length > total && text.StartsWith('a'))
                                total = Math.Max(total, text.IndexOf('b') + this.Size);
                            else
                                total -= string.Concat(text, count.ToString()).Length;
                            {{call}}
                        }

                        return total;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
