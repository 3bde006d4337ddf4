using CoGen.Generator.Models;
using CoGen.Generator.Reading;
using CoGen.Generator.Writing;
using CoGen.Semantics;
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
