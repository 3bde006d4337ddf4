using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace CoGen.BuildCost;

/// <summary>Rounds in which each contender has its turn, so that whatever else the machine does falls on all of them.</summary>
internal sealed class Measurement(GeneratedProject project, Contender[] contenders)
{
    private const int Keystrokes = 3;

    private readonly Dictionary<(string Row, string Contender), List<double>> _times = [];
    private readonly Dictionary<string, TimeSpan> _analyzers = [];

    public void Run(bool isWarmUp)
    {
        foreach (Contender contender in contenders)
        {
            CSharpCompilation compilation = project.Compile();
            compilation.GetDiagnostics();
            double compiler = isWarmUp || contender != contenders[0] ? 0 : TimeOf(() => project.Compile().GetDiagnostics());

            GeneratorDriver driver = CSharpGeneratorDriver.Create(contender.Generators, parseOptions: GeneratedProject.ParseOptions);
            Compilation output = compilation;
            double generator = contender.Generators.IsEmpty ? 0 : TimeOf(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _));
            output.GetDiagnostics();
            double analyzers = TimeOf(() => Analyze(output, contender, isWarmUp));

            double generatorAgain = 0;
            double coroutineTyped = Typing(contender, compilation, ref driver, inCoroutine: true, ref generatorAgain);
            double plainTyped = Typing(contender, compilation, ref driver, inCoroutine: false, ref generatorAgain);
            if (isWarmUp)
                continue;

            if (contender == contenders[0])
                Add("the compiler", contender, compiler);
            Add("build: generator", contender, generator);
            Add("build: analyzers", contender, analyzers);
            Add("build: both", contender, generator + analyzers);
            Add("keystroke: generator", contender, generatorAgain / 2);
            Add("keystroke in a coroutine: analyzers", contender, coroutineTyped);
            Add("keystroke elsewhere: analyzers", contender, plainTyped);
        }
    }

    public void Print(bool details)
    {
        Console.WriteLine($"{"",-38}{string.Concat(contenders.Select(static contender => $"{contender.Name,16}"))}");
        foreach (string row in _times.Keys.Select(static key => key.Row).Distinct())
        {
            double ours = MedianOf(row, contenders[0]);
            string cells = string.Concat(contenders.Where(contender => _times.ContainsKey((row, contender.Name))).Select(contender => string.Create(
                CultureInfo.InvariantCulture, $"{MedianOf(row, contender),9:F1} ms {(contender == contenders[0] ? "" : $"x{MedianOf(row, contender) / ours:F1}"),4}")));
            Console.WriteLine($"{row,-38}{cells}");
        }

        if (details)
        {
            foreach ((string analyzer, TimeSpan time) in _analyzers.OrderByDescending(static pair => pair.Value).Take(20))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {analyzer,-60} {time.TotalMilliseconds,8:F0} ms"));
        }
    }

    private void Analyze(Compilation compilation, Contender contender, bool isWarmUp)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(contender.Analyzers, Options());
        analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        if (isWarmUp || contender.Generators.IsEmpty)
            return;
        foreach (DiagnosticAnalyzer analyzer in contender.Analyzers)
        {
            AnalyzerTelemetryInfo telemetry = analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
            _analyzers[analyzer.GetType().Name] = _analyzers.GetValueOrDefault(analyzer.GetType().Name) + telemetry.ExecutionTime;
        }
    }

    // What an editor does after each key: the generators over the project, the analyzers on what is in sight.
    private double Typing(Contender contender, CSharpCompilation compilation, ref GeneratorDriver driver, bool inCoroutine, ref double generator)
    {
        SyntaxTree file = project.MixedFiles.ElementAt(3);
        double analyzers = 0;
        for (int keystroke = 0; keystroke < Keystrokes; keystroke++)
        {
            (CSharpCompilation edited, SyntaxTree tree) = GeneratedProject.Edit(compilation, file, keystroke, inCoroutine);
            Compilation output = edited;
            GeneratorDriver before = driver;
            GeneratorDriver after = driver;
            if (!contender.Generators.IsEmpty)
                generator += TimeOf(() => after = before.RunGeneratorsAndUpdateCompilation(edited, out output, out _)) / Keystrokes;
            driver = after;
            SemanticModel model = output.GetSemanticModel(tree);
            model.GetDiagnostics();
            analyzers += TimeOf(() =>
            {
                CompilationWithAnalyzers analysis = output.WithAnalyzers(contender.Analyzers, Options());
                analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).GetAwaiter().GetResult();
                analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
            }) / Keystrokes;
        }

        return analyzers;
    }

    // On one thread, for the sum is what counts.
    private static CompilationWithAnalyzersOptions Options() =>
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    // Of the processor, which what else runs on the machine does not change much.
    private static double TimeOf(Action action)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private void Add(string row, Contender contender, double time)
    {
        if (!_times.TryGetValue((row, contender.Name), out List<double>? times))
            _times.Add((row, contender.Name), times = []);
        times.Add(time);
    }

    private double MedianOf(string row, Contender contender) =>
        _times[(row, contender.Name)] is var times ? times.Order().ElementAt(times.Count / 2) : 0;
}
