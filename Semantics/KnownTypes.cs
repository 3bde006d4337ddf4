using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.PatchAll;
using CoGen.Semantics.Patches;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics;

/// <summary>The types that the rules speak of, found once per compilation.</summary>
public sealed partial class KnownTypes
{
    public const string CoroutineAttributeName = "CoGen.CoroutineAttribute";

    private static readonly ConditionalWeakTable<Compilation, Holder> s_cache = new();

    private readonly INamedTypeSymbol _coroutineAttribute;
    private readonly INamedTypeSymbol? _twinAttribute;
    private readonly INamedTypeSymbol? _entryAttribute;
    private readonly Lazy<HashSet<string>> _entryNames;
    private readonly Lazy<PatchRules> _rules;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _twins = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<int>> _awaitedDelegates = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, TwinPlan> _plans = new(SymbolEqualityComparer.Default);
    private readonly ConditionalWeakTable<SyntaxNode, CoroutineAnalysis> _analyses = new();

    private KnownTypes(Compilation compilation, INamedTypeSymbol coroutineAttribute, PatchFiles files, bool tagsOnly = false)
    {
        Compilation = compilation;
        Files = files;
        _coroutineAttribute = coroutineAttribute;
        _tagsOnly = tagsOnly;
        INamedTypeSymbol? patchAll = Find(PatchAllOptions.AttributeName);
        _patchAll = new Lazy<PatchAllOptions?>(() => patchAll is null ? null : PatchAllOptions.Read(compilation.Assembly, patchAll));
        _patchedAssemblies = patchAll is null ? null : new PatchedAssemblies(this, patchAll);
        _twinAttribute = Find("CoGen.CompilerServices.CoroutineTwinAttribute");
        _entryAttribute = Find("CoGen.CompilerServices.CoroutineEntryAttribute");
        _entryNames = new Lazy<HashSet<string>>(FindEntryNames);
        _rules = new Lazy<PatchRules>(() => PatchRuleReader.Read(this, files), LazyThreadSafetyMode.ExecutionAndPublication);
        Targets = new PatchTargets(compilation);
        Coroutine = Find("CoGen.Coroutine");
        CoroutineOfT = Find("CoGen.Coroutine`1");
        CoEnumerable = Find("CoGen.CoEnumerable`1");
        AsyncEnumerable = Find("System.Collections.Generic.IAsyncEnumerable`1");
        Linq = Find("System.Linq.Enumerable");
        AsyncLinq = Find("System.Linq.AsyncEnumerable");
        ValueTaskOfT = Find("System.Threading.Tasks.ValueTask`1");
        Co = Find("CoGen.Co");
        CoTask = Find("CoGen.CoTask");
        Ref = Find("CoGen.Ref");
        RefOfT = Find("CoGen.Ref`1");
        CoMonitor = Find("CoGen.CoMonitor");
        Offload = Find("CoGen.Offload");
        MonitorEnter = Find("System.Threading.Monitor")?.GetMembers("Enter").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.Length == 1);
        CancellationToken = Find("System.Threading.CancellationToken");
        Span = Find("System.Span`1");
        ReadOnlySpan = Find("System.ReadOnlySpan`1");
        Memory = Find("System.Memory`1");
        ReadOnlyMemory = Find("System.ReadOnlyMemory`1");
        MemoryExtensions = Find("System.MemoryExtensions");
    }

    public Compilation Compilation { get; }

    /// <summary>The rules that the project has in files.</summary>
    public PatchFiles Files { get; }

    public INamedTypeSymbol? Coroutine { get; }

    public INamedTypeSymbol? CoroutineOfT { get; }

    public INamedTypeSymbol? CoEnumerable { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? Linq { get; }

    public INamedTypeSymbol? AsyncLinq { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    public INamedTypeSymbol? Co { get; }

    public INamedTypeSymbol? CoTask { get; }

    public INamedTypeSymbol? Ref { get; }

    public INamedTypeSymbol? RefOfT { get; }

    public INamedTypeSymbol? CoMonitor { get; }

    public INamedTypeSymbol? Offload { get; }

    /// <summary>The rules for members that are no matter of names.</summary>
    public PatchRules Rules => _rules.Value;

    /// <summary>The methods that those rules name.</summary>
    public PatchTargets Targets { get; }

    /// <summary>What the <c>lock</c> statement calls.</summary>
    public IMethodSymbol? MonitorEnter { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Span { get; }

    public INamedTypeSymbol? ReadOnlySpan { get; }

    public INamedTypeSymbol? Memory { get; }

    public INamedTypeSymbol? ReadOnlyMemory { get; }

    public INamedTypeSymbol? MemoryExtensions { get; }

    /// <summary>The known types of <paramref name="compilation"/>, or null when it does not reference CoGen.</summary>
    public static KnownTypes? Of(Compilation compilation) => Of(compilation, PatchFiles.None);

    /// <summary>The same for a project that has files of rules.</summary>
    public static KnownTypes? Of(Compilation compilation, PatchFiles files) => s_cache.GetValue(compilation, static c => new Holder(c)).Of(compilation, files);

    /// <summary>Whether <paramref name="method"/> is to have a twin: it is tagged, or patched with its whole assembly.</summary>
    public bool IsCoroutine(IMethodSymbol method) => FindTag(method) is { } tag ? CoroutineOptions.Read(tag).IsEnabled : IsPatched(method);

    /// <summary>Whether the user asked for a twin of this very method.</summary>
    public bool IsTagged(IMethodSymbol method) => FindTag(method) is { } tag && CoroutineOptions.Read(tag).IsEnabled;

    /// <summary>Whether the user asked for twins of the accessors of <paramref name="property"/>.</summary>
    public bool IsCoroutine(IPropertySymbol property) => FindTag(property) is { } tag && CoroutineOptions.Read(tag).IsEnabled;

    /// <summary>Whether the user asked for calls of <paramref name="method"/> to stay as they are.</summary>
    public bool IsSwitchedOff(IMethodSymbol method) => FindTag(method) is { } tag && !CoroutineOptions.Read(tag).IsEnabled;

    /// <summary>What is set at the tag of <paramref name="method"/>, and for its whole assembly.</summary>
    public CoroutineOptions OptionsOf(IMethodSymbol method)
    {
        CoroutineOptions options = FindTag(method) is { } tag ? CoroutineOptions.Read(tag) : CoroutineOptions.Default;
        return PatchAll is { KeepBlocking: { IsEmpty: false } kept } && IsOurs(method) ? options with { KeepBlocking = options.KeepBlocking.AddRange(kept) } : options;
    }

    /// <summary>Whether what <paramref name="method"/> returns is a coroutine, which is interrupted by itself and needs no token for it.</summary>
    public bool ReturnsCoroutine(IMethodSymbol method) =>
        method.ReturnType.OriginalDefinition is var type
        && (SymbolEqualityComparer.Default.Equals(type, Coroutine) || SymbolEqualityComparer.Default.Equals(type, CoroutineOfT));

    /// <summary>Whether <paramref name="method"/> is a twin that the generator wrote, here or in a referenced assembly.</summary>
    public bool IsTwin(IMethodSymbol method) => Has(method.OriginalDefinition, _twinAttribute);

    /// <summary>Whether <paramref name="twin"/> only calls its original, virtually, so that it cannot be called by way of <c>base</c>.</summary>
    public bool CallsOriginal(IMethodSymbol twin) => twin.OriginalDefinition.GetAttributes().Any(data =>
        SymbolEqualityComparer.Default.Equals(data.AttributeClass, _twinAttribute) &&
        data.NamedArguments.Any(static a => a is { Key: "CallsOriginal", Value.Value: true }));

    /// <summary>Whether the generator wrote <paramref name="method"/>: a twin, or what leads to one.</summary>
    public static bool IsGenerated(IMethodSymbol method) => method.OriginalDefinition.GetAttributes().Any(static data =>
        data is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "CoGen" }, ..] });

    /// <summary>Whether the delegate given to <paramref name="parameter"/> becomes the entry of a coroutine.</summary>
    public bool IsEntry(IParameterSymbol parameter) => Has(parameter.OriginalDefinition, _entryAttribute);

    /// <summary>Whether a method called <paramref name="name"/> in CoGen takes an entry: a quick first look at a call.</summary>
    public bool TakesEntries(string name) => _entryNames.Value.Contains(name);

    /// <summary>Remembers whether a method has a twin: each call of it asks again.</summary>
    internal bool HasTwin(IMethodSymbol method, Func<IMethodSymbol, bool> decide) => _twins.GetOrAdd(method.OriginalDefinition, decide);

    /// <summary>Remembers the plan of a method's twin.</summary>
    internal ImmutableArray<int> AwaitedDelegatesOf(IMethodSymbol method, Func<IMethodSymbol, ImmutableArray<int>> decide) => _awaitedDelegates.GetOrAdd(method.OriginalDefinition, decide);

    /// <summary>Remembers the plan of a twin.</summary>
    internal TwinPlan PlanOf(IMethodSymbol method, Func<IMethodSymbol, TwinPlan> decide) => _plans.GetOrAdd(method.OriginalDefinition, decide);

    /// <summary><see cref="CoroutineAnalysis.Of"/>, remembered: several analyzers ask about each body.</summary>
    public CoroutineAnalysis AnalyzeOnce(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        if (_analyses.TryGetValue(declaration, out CoroutineAnalysis? known))
            return known;

        CoroutineAnalysis found = CoroutineAnalysis.Of(method, declaration, model, this, cancellationToken);
        return _analyses.GetValue(declaration, _ => found);
    }

    private AttributeData? FindTag(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        return Find(definition, _coroutineAttribute) ??
            (definition.PartialImplementationPart is { } implementation ? Find(implementation, _coroutineAttribute) : null) ??
            (definition.PartialDefinitionPart is { } declaration ? Find(declaration, _coroutineAttribute) : null) ??
            (definition.AssociatedSymbol is IPropertySymbol property ? FindTag(property) : null);
    }

    private AttributeData? FindTag(IPropertySymbol property)
    {
        IPropertySymbol definition = property.OriginalDefinition;
        return Find(definition, _coroutineAttribute) ??
            (definition.PartialImplementationPart is { } implementation ? Find(implementation, _coroutineAttribute) : null) ??
            (definition.PartialDefinitionPart is { } declaration ? Find(declaration, _coroutineAttribute) : null);
    }

    private static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) => attribute is not null && Find(symbol, attribute) is not null;

    private static AttributeData? Find(ISymbol symbol, INamedTypeSymbol attribute)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
                return data;
        }

        return null;
    }

    private HashSet<string> FindEntryNames()
    {
        HashSet<string> names = [];
        foreach (IMethodSymbol method in _coroutineAttribute.ContainingNamespace.GetTypeMembers().SelectMany(static t => t.GetMembers()).OfType<IMethodSymbol>())
        {
            if (method.Parameters.Any(IsEntry))
                names.Add(method.Name);
        }

        return names;
    }

    private INamedTypeSymbol? Find(string name) => Compilation.GetTypeByMetadataName(name);

    // A table cannot hold null: the holder remembers that CoGen was looked for in vain.
    private sealed class Holder(Compilation compilation)
    {
        private readonly INamedTypeSymbol? _attribute = compilation.GetTypeByMetadataName(CoroutineAttributeName);
        private readonly ConcurrentDictionary<PatchFiles, KnownTypes> _types = new();

        public KnownTypes? Of(Compilation same, PatchFiles files) =>
            _attribute is null ? null : _types.GetOrAdd(files, f => new KnownTypes(same, _attribute, f));
    }
}
