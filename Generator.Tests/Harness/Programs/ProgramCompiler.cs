using System.Collections.Immutable;
using System.Reflection;
using CoGen.Analyzers;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace CoGen.Generator.Tests.Harness.Programs;

/// <summary>Compiles many programs at once: each in a namespace of its own, for a compilation costs more than a program.</summary>
internal static class ProgramCompiler
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CoGen;
        global using CoGen.Generator.Tests.Prelude;
        global using static CoGen.Generator.Tests.Prelude.Blocking;
        """;

    private static readonly CSharpCompilation s_bare = TestCompilation.Bare("Programs", [MetadataReference.CreateFromFile(typeof(ProgramCompiler).Assembly.Location)]);

    // What can be unloaded has no tiers: on code that runs a few times the JIT would spend what it spends on hot code.
    private static readonly SyntaxTree s_unoptimized = TestCompilation.Parse(
        "[assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.DisableOptimizations)]", "/programs/Unoptimized.cs");

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(UnpatchedCallAnalyzer).Assembly.GetTypes()
            .Where(static t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>Compiles <paramref name="programs"/>; those that do not compile are left out and do not disturb the others.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="analyze">Whether to ask the analyzers too.</param>
    /// <param name="level">How the compiler is to write them.</param>
    /// <param name="assembly">What is said of the assemblies: attributes.</param>
    public static IReadOnlyDictionary<string, ProgramBuild> Compile(ImmutableArray<ProgramText> programs, bool analyze = true, OptimizationLevel level = OptimizationLevel.Debug, string assembly = "")
    {
        Dictionary<string, ProgramBuild> builds = [];
        foreach (ProgramText program in programs.Where(static p => p.IsAlone))
            Compile("Programs." + program.Area, [program], analyze, assembly, level, builds);

        ImmutableArray<ProgramText> rest = [.. programs.Where(static p => !p.IsAlone)];
        while (!rest.IsEmpty)
        {
            Compile("Programs", rest, analyze, assembly, level, builds);
            rest = [.. rest.Where(p => !builds.ContainsKey(p.Name))];
        }

        return builds;
    }

    /// <summary>The compilation of <paramref name="files"/> as a project with CoGen would have it, before the generator runs.</summary>
    public static CSharpCompilation Create(string assemblyName, IEnumerable<ProgramFile> files, MetadataReference? library = null, bool isProgram = false, string assembly = "")
    {
        CSharpCompilation compilation = s_bare.WithAssemblyName(assemblyName)
            .AddSyntaxTrees([TestCompilation.Parse(GlobalUsings + assembly, "/programs/GlobalUsings.cs"), .. files.Select(static f => TestCompilation.Parse(f.Text, f.Path))]);
        if (library is not null)
            compilation = compilation.AddReferences(library);
        return isProgram ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
    }

    private static CSharpCompilation WithLevel(CSharpCompilation compilation, OptimizationLevel level) => level == OptimizationLevel.Debug
        ? compilation
        : compilation.WithOptions(compilation.Options.WithOptimizationLevel(level)).AddSyntaxTrees(s_unoptimized);

    // Adds a build for each program when all compile, else for those that do not.
    private static void Compile(string name, ImmutableArray<ProgramText> programs, bool analyze, string assemblyAttributes, OptimizationLevel level, Dictionary<string, ProgramBuild> builds)
    {
        TestLoadContext context = new();
        MetadataReference? library = null;
        ProgramFile[] libraryFiles = [.. programs.SelectMany(static p => p.Files).Where(static f => f.IsLibrary)];
        List<string> diagnostics = [];
        Dictionary<string, string> twins = [];
        if (libraryFiles.Length > 0)
        {
            if (Emit(WithLevel(Create(name + ".Library", libraryFiles, assembly: assemblyAttributes), level), programs, libraryFiles, diagnostics, twins, analyze, builds) is not { } libraryImage)
                return;
            library = MetadataReference.CreateFromImage(libraryImage);
            context.Load(libraryImage);
        }

        ProgramFile[] files = [.. programs.SelectMany(static p => p.Files).Where(static f => !f.IsLibrary)];
        bool isProgram = programs is [{ HasTopLevelStatements: true }];
        if (Emit(WithLevel(Create(name, files, library, isProgram, assemblyAttributes), level), programs, files, diagnostics, twins, analyze, builds) is not { } image)
            return;

        Assembly assembly = context.Load(image);
        foreach (ProgramText program in programs)
        {
            ImmutableArray<string> own = [.. diagnostics.Where(d => program.Files.Any(f => d.Contains(f.Path + ":", StringComparison.Ordinal)))];
            builds.Add(program.Name, new ProgramBuild(program, [], own, twins.GetValueOrDefault(program.Name, ""), assembly));
        }
    }

    private static byte[]? Emit(
        CSharpCompilation compilation, ImmutableArray<ProgramText> programs, ProgramFile[] files,
        List<string> diagnostics, Dictionary<string, string> twins, bool analyze, Dictionary<string, ProgramBuild> builds)
    {
        GeneratorRun run = GeneratorRun.Of(compilation);
        foreach (GeneratedSourceResult file in run.Files)
        {
            if (Owner(file.SyntaxTree, programs) is { } owner)
                twins[owner.Name] = $"{twins.GetValueOrDefault(owner.Name, "")}\n--- {file.HintName}\n{file.SourceText}";
        }

        using MemoryStream image = new();
        EmitResult result = run.Output.Emit(image, options: analyze ? new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded) : null);
        if (!result.Success)
        {
            Blame(result.Diagnostics, programs, twins, builds);
            return null;
        }

        if (analyze)
            diagnostics.AddRange(Analyze(run.Output, files));
        return image.ToArray();
    }

    private static void Blame(
        ImmutableArray<Diagnostic> diagnostics, ImmutableArray<ProgramText> programs, Dictionary<string, string> twins, Dictionary<string, ProgramBuild> builds)
    {
        foreach (Diagnostic[] errors in diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).GroupBy(d => Owner(d.Location.SourceTree, programs)?.Name ?? "").Select(static g => g.ToArray()))
        {
            ProgramText owner = Owner(errors[0].Location.SourceTree, programs) ??
                (programs.Length == 1 ? programs[0] : throw new InvalidOperationException($"No program is to blame for: {errors[0]}\n{errors[0].Location.SourceTree}"));
            builds[owner.Name] = new ProgramBuild(owner, [.. errors.Select(static e => e.ToString())], [], twins.GetValueOrDefault(owner.Name, ""), null);
        }
    }

    // A generated file is called by the namespace of the program, an interceptor's names the file it is for.
    private static ProgramText? Owner(SyntaxTree? tree, ImmutableArray<ProgramText> programs)
    {
        if (tree is null)
            return null;
        if (programs.Length == 1)
            return programs[0];
        return programs.FirstOrDefault(p => p.Files.Any(f => f.Path == tree.FilePath)) ??
            programs.FirstOrDefault(p => tree.FilePath.Contains(p.Namespace + ".", StringComparison.Ordinal)) ??
            programs.FirstOrDefault(p => tree.FilePath.Contains(Path.GetFileNameWithoutExtension(p.Files[0].Path) + "-", StringComparison.Ordinal) && tree.ToString().Contains(p.Namespace + ".", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Analyze(Compilation compilation, ProgramFile[] files)
    {
        Dictionary<string, ProgramFile> byPath = files.ToDictionary(static f => f.Path);
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(s_analyzers);
        foreach (Diagnostic diagnostic in analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult())
        {
            if (diagnostic.Id.StartsWith("AD", StringComparison.Ordinal))
                throw new InvalidOperationException(diagnostic.ToString());
            if (diagnostic.Severity >= DiagnosticSeverity.Warning && IsOfConstructs(diagnostic.Id) && diagnostic.Location.SourceTree is { } tree && byPath.TryGetValue(tree.FilePath, out ProgramFile? file))
                yield return file.Place(diagnostic.Location.SourceSpan.Start, diagnostic.Id);
        }
    }
    // The others judge what a program means to do, not what becomes of its constructs.
    private static bool IsOfConstructs(string id) => id != DiagnosticIds.KillSwallowed && !id.StartsWith("CG2", StringComparison.Ordinal);
}
