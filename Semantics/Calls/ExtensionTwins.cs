using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Finds the twin of an extension that does not stand beside it: a method of the receiver's own type, or an extension of a package that need not be imported. An
/// extension in another package than the original's counts only where the receiver is known to come from that package, as what hangs on a <c>DbSet</c>
/// does: a sequence of somebody else's is none that it could wait for.
/// </summary>
internal sealed class ExtensionTwins
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, ILookup<string, IMethodSymbol>> s_extensions = new();

    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly SpanArguments _spans;

    public ExtensionTwins(SemanticModel model, KnownTypes known, SpanArguments spans)
    {
        _model = model;
        _known = known;
        _spans = spans;
    }

    /// <summary>The twins that fit <paramref name="call"/>, an extension that is called on a receiver, and bear <paramref name="name"/>.</summary>
    public ImmutableArray<TwinFit> Find(CallSite call, string name)
    {
        IOperation receiver = Unwrap(call.Operation.Arguments[0].Value);
        if (receiver.Type is not { } type)
            return [];

        int position = call.Syntax.SpanStart;
        ImmutableArray<TwinFit> own = [.. _model.LookupSymbols(position, type, name).OfType<IMethodSymbol>().Where(static m => !m.IsStatic).Select(m => FitOf(call, type, m)).OfType<TwinFit>()];
        return own.IsEmpty
            ? [.. Elsewhere(call, receiver, name).Where(m => _model.IsAccessible(position, m)).Select(m => FitOf(call, type, m)).OfType<TwinFit>()]
            : own;
    }

    private TwinFit? FitOf(CallSite call, ITypeSymbol receiver, IMethodSymbol candidate) => TwinFit.OfExtension(call.Method, receiver, candidate, _known, _spans);

    private IEnumerable<IMethodSymbol> Elsewhere(CallSite call, IOperation receiver, string name)
    {
        HashSet<IAssemblySymbol> assemblies = new(SymbolEqualityComparer.Default);
        if (call.Method.ContainingAssembly is { } own)
            assemblies.Add(own);
        for (IOperation? source = receiver; source is not null; source = SourceOf(source))
        {
            if (source.Type?.ContainingAssembly is { } assembly)
                assemblies.Add(assembly);
        }

        foreach (IAssemblySymbol assembly in assemblies.Where(a => !SymbolEqualityComparer.Default.Equals(a, _model.Compilation.Assembly)))
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(assembly, call.Method.ContainingAssembly);
            foreach (IMethodSymbol extension in s_extensions.GetValue(assembly, ExtensionsOf)[name])
            {
                ITypeSymbol taken = extension.Parameters[0].Type.OriginalDefinition;
                if (isOwn ? Signatures.AreEqual(taken, call.Method.Parameters[0].Type.OriginalDefinition) : ComesFrom(receiver, assembly, taken))
                    yield return extension;
            }
        }
    }

    /// <summary>Whether a value of the kind <paramref name="taken"/> is one of <paramref name="assembly"/>, or was made of one link by link.</summary>
    private bool ComesFrom(IOperation value, IAssemblySymbol assembly, ITypeSymbol taken)
    {
        for (IOperation? source = value; source?.Type is { } type && Is(type, taken); source = SourceOf(source))
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
                return true;
        }

        return false;
    }

    // What a link of a chain hangs on, or a local holds.
    private IOperation? SourceOf(IOperation value) => value switch
    {
        IInvocationOperation { Instance: { } instance } => Unwrap(instance),
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [var first, ..] } => Unwrap(first.Value),
        ILocalReferenceOperation { Local: var local } => LocalValues.Of(local, _model) is { } held ? Unwrap(held) : null,
        _ => null,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static bool Is(ITypeSymbol type, ITypeSymbol definition)
    {
        if (type.AllInterfaces.Any(i => Signatures.AreEqual(i.OriginalDefinition, definition)))
            return true;

        ITypeSymbol? current = type;
        while (current is not null && !Signatures.AreEqual(current.OriginalDefinition, definition))
            current = current.BaseType;
        return current is not null;
    }

    private static ILookup<string, IMethodSymbol> ExtensionsOf(IAssemblySymbol assembly) => TypesOf(assembly.GlobalNamespace)
        .Where(static t => t.MightContainExtensionMethods)
        .SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>())
        .Where(static m => m.IsExtensionMethod && m.Name.EndsWith("Async", StringComparison.Ordinal))
        .ToLookup(static m => m.Name, StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
