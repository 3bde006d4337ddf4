using System.Diagnostics;
using System.Globalization;
using System.Text;
using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>
/// What <c>[assembly: PatchAll]</c> costs in a project of some 80,000 lines. It asserts on no time; run it by itself, with <c>-explicit only -diagnostics</c>,
/// for the figures.
/// </summary>
public class PatchAllCostTests
{
    private const int Files = 500;

    [Fact(Explicit = true)]
    public void Figures()
    {
        string[] sources = [.. Enumerable.Range(0, Files).Select(Source)];
        CSharpCompilation plain = TestCompilation.Create([.. sources, "// nothing"]);
        CSharpCompilation patched = TestCompilation.Create([.. sources, "[assembly: PatchAll]"]);
        plain.GetDiagnostics(TestContext.Current.CancellationToken);
        Say($"{sources.Sum(static s => s.Count(static c => c == '\n'))} lines");
        Say($"the compiler's own look at it: {Time(() => TestCompilation.Create([.. sources, "// other"]).GetDiagnostics(TestContext.Current.CancellationToken))}");

        GeneratorDriver driver = New();
        Say($"without PatchAll, first run: {Time(() => driver = driver.RunGenerators(plain))}");
        Say($"without PatchAll, after an edit of a body: {Time(() => driver = driver.RunGenerators(Edit(plain)))}");

        Say($"the set alone: {Time(() => KnownTypes.Of(patched)!.FindPatchAll(CancellationToken.None))}");
        driver = New();
        CSharpCompilation fresh = TestCompilation.Create([.. sources, "[assembly: PatchAll]"]);
        Say($"with PatchAll, first run: {Time(() => driver = driver.RunGenerators(fresh))}");
        CSharpCompilation edited = Edit(fresh);
        Say($"the set alone, after an edit of a body: {Time(() => KnownTypes.Of(edited)!.FindPatchAll(CancellationToken.None))}");
        Say($"with PatchAll, after an edit of a body: {Time(() => driver = driver.RunGenerators(Edit(edited)))}");
        Say($"{KnownTypes.Of(fresh)!.FindPatchAll(CancellationToken.None)!.Methods.Length} coroutines");
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[5];
        string text = tree.GetText(TestContext.Current.CancellationToken).ToString();
        return compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(text.Replace("total += 1;", "total += 1; total += 1;", StringComparison.Ordinal), tree.FilePath));
    }

    private static GeneratorDriver New() => CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static string Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
    }

    private static void Say(string line) => TestContext.Current.SendDiagnosticMessage(line);

    // A tenth of the methods waits, by itself or through the class before.
    private static string Source(int number)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"namespace Big;\n\npublic partial class C{number}\n{{\n    private readonly List<string> _names = [];\n    public int Size {{ get; set; }}\n");
        for (int i = 0; i < 10; i++)
        {
            string call = i == 0 ? (number % 2 == 0 ? "Thread.Sleep(1);" : $"total += new C{number - 1}().M0(total);") : "_names.Add(text.Trim());";
            text.Append(CultureInfo.InvariantCulture, $$"""

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
