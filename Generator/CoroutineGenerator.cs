using CoGen.Generator.Models;
using CoGen.Generator.Reading;
using CoGen.Generator.Writing;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator;

/// <summary>Writes the twins of tagged methods, and what leads ordinary code to them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CoroutineGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The rules that the project has in files.
        IncrementalValueProvider<PatchFiles> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (file, token) => PatchFile.Read(file.Left, file.Right, token))
            .Where(static file => file is not null)
            .Collect()
            .Select(static (all, _) => new PatchFiles(all!))
            .WithTrackingName(StepNames.PatchFiles);

        // Read every tagged method that has a twin.
        IncrementalValuesProvider<TwinModel> twins = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.CoroutineAttributeName, TwinReader.IsCandidate, static (tagged, _) => tagged)
            .Combine(files)
            .Select(TwinReader.Read)
            .SelectMany(static (all, _) => all)
            .WithTrackingName(StepNames.Twins);

        // Two twins may want the same file name.
        IncrementalValueProvider<EquatableArray<string>> clashes = twins
            .Select(static (twin, _) => twin.HintName)
            .Collect()
            .Select(HintNames.FindClashes)
            .WithTrackingName(StepNames.HintClashes);

        // One file per twin.
        IncrementalValuesProvider<NamedTwinModel> named = twins
            .Combine(clashes)
            .Select(HintNames.Name)
            .WithTrackingName(StepNames.NamedTwins);
        context.RegisterSourceOutput(named, static (output, file) => output.AddSource(file.HintName, TwinWriter.Write(file.Twin)));

        // One file that keeps them from being trimmed.
        IncrementalValueProvider<EquatableArray<RootModel>> roots = twins
            .Where(static twin => twin.Root is not null)
            .Select(static (twin, _) => twin.Root!)
            .Collect()
            .Select(static (all, _) => all.ToEquatableArray())
            .WithTrackingName(StepNames.Roots);
        IncrementalValueProvider<bool> hasFileTypes = context.ParseOptionsProvider.Select(static (options, _) => LanguageLevel.HasFileTypes(options));
        context.RegisterImplementationSourceOutput(roots.Combine(hasFileTypes), static (output, pair) =>
        {
            if (pair.Left.Count > 0)
                output.AddSource(RootsWriter.HintName, RootsWriter.Write(pair.Left, pair.Right));
        });

        // One file that names the classes with patches, for those who refer to this assembly.
        IncrementalValueProvider<EquatableArray<string>> containers = context.SyntaxProvider
            .ForAttributeWithMetadataName(PatchContainerReader.AttributeName, PatchContainerReader.IsCandidate, PatchContainerReader.Read)
            .Where(static container => container.Length > 0)
            .Collect()
            .Select(static (all, _) => all.Distinct().OrderBy(static c => c, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(StepNames.PatchContainers);
        context.RegisterImplementationSourceOutput(containers, static (output, all) =>
        {
            if (all.Count > 0)
                output.AddSource(PatchContainersWriter.HintName, PatchContainersWriter.Write(all));
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
    }
}
