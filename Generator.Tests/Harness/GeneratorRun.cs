using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CoGen.Generator.Tests.Harness;

/// <summary>One run of the generator over one compilation.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriverRunResult result, Compilation output)
    {
        Result = result.Results.Single();
        Output = output;
    }

    public GeneratorRunResult Result { get; }

    /// <summary>The user's code together with the generated.</summary>
    public Compilation Output { get; }

    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    public IEnumerable<GeneratedSourceResult> Twins => Files.Where(static f => !f.HintName.StartsWith("CoGen.", StringComparison.Ordinal));

    public static GeneratorRun Of(params string[] sources) => Of(TestCompilation.Create(sources));

    public static GeneratorRun Of(Compilation compilation, CSharpParseOptions? options = null)
    {
        if (options is not null)
            compilation = TestCompilation.Reparse(compilation, options);

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new CoroutineGenerator().AsSourceGenerator()], parseOptions: options ?? TestCompilation.ParseOptions);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRun run = new(driver.GetRunResult(), output);
        Assert.Null(run.Result.Exception);
        return run;
    }

    /// <summary>The text of the only twin, or of the one whose file has <paramref name="name"/> in its name.</summary>
    public string Twin(string name = "") => Twins.Single(f => f.HintName.Contains(name, StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>The text of all interceptors, or nothing.</summary>
    public string Interceptors() => string.Concat(
        Files.Where(static f => f.HintName.StartsWith("CoGen.Interceptors.", StringComparison.Ordinal)).Select(static f => f.SourceText.ToString()));

    public GeneratorRun AssertCompiles()
    {
        using MemoryStream image = new();
        EmitResult result = Output.Emit(image);
        string errors = string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error));
        Assert.True(result.Success, errors + "\n" + string.Join("\n", Files.Select(static f => $"--- {f.HintName}\n{f.SourceText}")));
        return this;
    }

    public byte[] Emit()
    {
        AssertCompiles();
        using MemoryStream image = new();
        Assert.True(Output.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded)).Success);
        return image.ToArray();
    }

    /// <summary>Calls the static <c>Test</c> of the type <c>Tests</c> and returns what it returns.</summary>
    public T Invoke<T>(params byte[][] dependencies)
    {
        TestLoadContext context = new();
        foreach (byte[] dependency in dependencies)
            context.Load(dependency);
        Type type = context.Load(Emit()).GetTypes().Single(static t => t.Name == "Tests");
        MethodInfo method = type.GetMethod("Test", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        try
        {
            return (T)method.Invoke(null, null)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw new InvalidOperationException(e.InnerException.ToString(), e.InnerException);
        }
    }
}
