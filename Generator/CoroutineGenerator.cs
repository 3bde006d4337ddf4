using System.Collections.Immutable;
using CoGen.Generator.Models;
using CoGen.Generator.Reading;
using CoGen.Generator.Writing;
using CoGen.Semantics;
using CoGen.Semantics.PatchAll;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator;

/// <summary>Writes the twins of tagged methods, and what leads ordinary code to them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CoroutineGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Read every tagged method that has a twin.
        IncrementalValuesProvider<TwinModel> twins = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.CoroutineAttributeName, TwinReader.IsCandidate, TwinReader.Read)
            .SelectMany(static (all, _) => all)
            .WithTrackingName(StepNames.Twins);

        // Read whatever blocks in an assembly that is patched as a whole.
        IncrementalValuesProvider<TwinModel> patched = context.SyntaxProvider
            .ForAttributeWithMetadataName(PatchAllOptions.AttributeName, static (_, _) => true, static (_, _) => true)
            .Collect()
            .Combine(context.CompilationProvider)
            .SelectMany(static (input, token) => input.Left.IsEmpty ? [] : TwinReader.ReadPatched(input.Right, token))
            .WithTrackingName(StepNames.PatchedTwins);

        // Two twins may want the same file name.
        IncrementalValueProvider<EquatableArray<string>> clashes = twins
            .Select(static (twin, _) => twin.HintName)
            .Collect()
            .Combine(patched.Select(static (twin, _) => twin.HintName).Collect())
            .Select(static (names, token) => HintNames.FindClashes(names.Left.AddRange(names.Right), token))
            .WithTrackingName(StepNames.HintClashes);

        // One file per twin.
        WriteTwins(context, twins, clashes, StepNames.NamedTwins);
        WriteTwins(context, patched, clashes, StepNames.NamedPatchedTwins);

        // One file that keeps them from being trimmed.
        IncrementalValueProvider<EquatableArray<RootModel>> roots = RootsOf(twins)
            .Combine(RootsOf(patched))
            .Select(static (both, _) => both.Left.AddRange(both.Right).ToEquatableArray())
            .WithTrackingName(StepNames.Roots);
        context.RegisterImplementationSourceOutput(roots, static (output, all) =>
        {
            if (all.Count > 0)
                output.AddSource(RootsWriter.HintName, RootsWriter.Write(all));
        });

        // One file of interceptors per file that spawns.
        IncrementalValuesProvider<EntryCallModel> calls = context.SyntaxProvider
            .CreateSyntaxProvider(EntryCallReader.IsCandidate, EntryCallReader.Read)
            .Where(static call => call is not null)
            .Select(static (call, _) => call!)
            .WithTrackingName(StepNames.EntryCalls);
        IncrementalValuesProvider<InterceptorFileModel> interceptors = calls
            .Collect()
            .Combine(context.ParseOptionsProvider.Select(InterceptorFiles.AreWanted))
            .SelectMany(InterceptorFiles.Group)
            .WithTrackingName(StepNames.Interceptors);
        context.RegisterImplementationSourceOutput(
            interceptors, static (output, file) => output.AddSource(file.HintName, InterceptorWriter.Write(file)));

        // What became of each blocking call, for a build that asks.
        IncrementalValuesProvider<ReportModel> report = context.AnalyzerConfigOptionsProvider
            .Select(ReportReader.FolderOf)
            .Combine(context.CompilationProvider)
            .SelectMany(ReportReader.Read)
            .WithTrackingName(StepNames.Report);
        context.RegisterImplementationSourceOutput(report, static (output, calls) =>
        {
            output.AddSource(ReportWriter.TextHintName, ReportWriter.WriteText(calls));
            output.AddSource(ReportWriter.JsonHintName, ReportWriter.WriteJson(calls));
        });
    }

    private static void WriteTwins(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<TwinModel> twins, IncrementalValueProvider<EquatableArray<string>> clashes, string step)
    {
        IncrementalValuesProvider<NamedTwinModel> named = twins
            .Combine(clashes)
            .Select(HintNames.Name)
            .WithTrackingName(step);
        context.RegisterSourceOutput(named, static (output, file) => output.AddSource(file.HintName, TwinWriter.Write(file.Twin)));
    }

    private static IncrementalValueProvider<ImmutableArray<RootModel>> RootsOf(IncrementalValuesProvider<TwinModel> twins) => twins
        .Where(static twin => twin.Root is not null)
        .Select(static (twin, _) => twin.Root!)
        .Collect();
}
