using System.Reflection;
using Basic.Reference.Assemblies;
using CoGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>A solution of two projects, of which one refers to the other, each with two documents; the generator runs in both, as in an editor.</summary>
internal sealed class FixAllRun
{
    private static readonly AnalyzerFileReference s_generator = new(typeof(CoroutineGenerator).Assembly.Location, new Loader());

    private readonly DiagnosticAnalyzer _analyzer;
    private readonly CodeFixProvider _fix;
    private readonly string _id;

    /// <param name="analyzer">What reports.</param>
    /// <param name="fix">What mends it.</param>
    /// <param name="id">What is to be mended.</param>
    /// <param name="template">The text of each document, in which <c>$</c> is a number of its own.</param>
    public FixAllRun(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string id, string template)
    {
        (_analyzer, _fix, _id) = (analyzer, fix, id);
        Solution solution = new AdhocWorkspace().CurrentSolution;
        ProjectId? referred = null;
        int number = 0;
        foreach (string name in (string[])["Library", "App"])
        {
            ProjectId project = ProjectId.CreateNewId(name);
            solution = solution.AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([KeyValuePair.Create("InterceptorsNamespaces", "CoGen.Generated")]),
                projectReferences: referred is null ? [] : [new ProjectReference(referred)],
                metadataReferences: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)],
                analyzerReferences: [s_generator]));
            foreach (string document in (string[])["First.cs", "Second.cs"])
            {
                number++;
                solution = solution.AddDocument(
                    DocumentId.CreateNewId(project), document, template.Replace("$", $"{number}", StringComparison.Ordinal), filePath: $"/{name}/{document}");
            }

            referred = project;
        }

        Before = solution;
    }

    public Solution Before { get; }

    /// <summary>The diagnostics of each document.</summary>
    public async Task<ILookup<DocumentId, Diagnostic>> DiagnosticsIn(Solution solution, CancellationToken cancellationToken)
    {
        List<(DocumentId Document, Diagnostic Diagnostic)> all = [];
        foreach (Project project in solution.Projects)
        {
            Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
            foreach (Diagnostic diagnostic in await compilation.WithAnalyzers([_analyzer]).GetAnalyzerDiagnosticsAsync(cancellationToken))
            {
                if (diagnostic.Id == _id && solution.GetDocument(diagnostic.Location.SourceTree) is Document document)
                    all.Add((document.Id, diagnostic));
            }
        }

        return all.ToLookup(static pair => pair.Document, static pair => pair.Diagnostic);
    }

    /// <summary>Mends all in the scope of the first document.</summary>
    public async Task<Solution> FixAsync(FixAllScope scope, CancellationToken cancellationToken)
    {
        Document document = Before.Projects.First().Documents.First();
        ILookup<DocumentId, Diagnostic> diagnostics = await DiagnosticsIn(Before, cancellationToken);
        List<CodeAction> actions = [];
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[document.Id].First(), (action, _) => actions.Add(action), cancellationToken));
        FixAllContext context = new(document, _fix, scope, actions[0].EquivalenceKey!, [_id], new Provider(diagnostics), cancellationToken);
        CodeAction all = (await _fix.GetFixAllProvider()!.GetFixAsync(context))!;
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(await all.GetOperationsAsync(cancellationToken))).ChangedSolution;
    }

    private sealed class Provider(ILookup<DocumentId, Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(project.DocumentIds.SelectMany(document => diagnostics[document]));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics[document.Id]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    // What the tests refer to is loaded already.
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
