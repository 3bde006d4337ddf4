using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>How sure it is that several fibers use the same object.</summary>
internal enum Sharing
{
    /// <summary>It is used by one at a time, by what it is.</summary>
    None,

    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>It is static, or its type takes precautions, or spawns fibers that use it.</summary>
    Evident,
}

/// <summary>Judges by a type whether its objects are shared.</summary>
internal sealed class SharingOfTypes(KnownTypes known)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<INamedTypeSymbol, Sharing> _types = new(SymbolEqualityComparer.Default);

    public Sharing Of(Place place, IMethodSymbol method, CancellationToken cancellationToken) => place.Root switch
    {
        PlaceRoot.Static or PlaceRoot.Captured => Sharing.Evident,
        PlaceRoot.This => Of(method.ContainingType, cancellationToken),
        _ => Sharing.None,
    };

    private Sharing Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        return _types.TryGetValue(definition, out Sharing found) ? found : _types.GetOrAdd(definition, Judge(definition, cancellationToken));
    }

    private Sharing Judge(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        IsOfOneUser(type) ? Sharing.None
        : type.GetMembers().Any(member => TakesPrecautions(member, type)) || Bodies(type, cancellationToken).Any(body => LocksOrSpawns(body, cancellationToken)) ? Sharing.Evident
        : Sharing.Unknown;

    // A position in something: two users at once would make no sense of it, whatever waits.
    private static bool IsOfOneUser(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Stream" or "TextReader" or "TextWriter" or "BinaryReader" or "BinaryWriter" or "DbDataReader" or "XmlReader" or "XmlWriter" or "EventArgs" or "Exception" or "Attribute"
                && IsInSystem(current))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(static i => i is { Name: "IEnumerator" or "IAsyncEnumerator" or "IDataReader" } && IsInSystem(i));
    }

    private static bool IsInSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space.Name == "System";
    }

    private static bool TakesPrecautions(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IFieldSymbol { IsVolatile: true } => true,
        IFieldSymbol { IsStatic: true } field => SymbolEqualityComparer.Default.Equals(field.Type.OriginalDefinition, type),
        IFieldSymbol { Type: INamedTypeSymbol of } =>
            of is { ContainingNamespace: { Name: "Concurrent", ContainingNamespace.Name: "Collections" } }
            || (of.Name is "Lock" or "SemaphoreSlim" or "Mutex" or "ReaderWriterLockSlim" or "ReaderWriterLock" or "SpinLock" && of.ContainingNamespace.Name == "Threading")
            || (of.Name is "CoLock" or "CoSemaphore" or "CoReaderWriterLock" && of.ContainingNamespace.Name == "CoGen"),
        IPropertySymbol { IsStatic: true } property => SymbolEqualityComparer.Default.Equals(property.Type.OriginalDefinition, type),
        _ => false,
    };

    private static IEnumerable<SyntaxNode> Bodies(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken));

    private bool LocksOrSpawns(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        SemanticModel? model = null;
        foreach (SyntaxNode node in declaration.DescendantNodes(node => node == declaration || node is not TypeDeclarationSyntax))
        {
            switch (node)
            {
                case LockStatementSyntax:
                    return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: string name } } call when name.StartsWith("Spawn", StringComparison.Ordinal) && known.TakesEntries(name):
                    model ??= known.Compilation.GetSemanticModel(declaration.SyntaxTree);
                    if (model.FindOperation(call, cancellationToken) is IInvocationOperation invocation
                        && invocation.Arguments.Any(argument => argument.Parameter is IParameterSymbol parameter && known.IsEntry(parameter) && UsesThis(argument.Value)))
                    {
                        return true;
                    }

                    break;
                case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Interlocked" or "Monitor" } }:
                    return true;
            }
        }

        return false;
    }

    private static bool UsesThis(IOperation entry) => entry.DescendantsAndSelf().Any(static part => part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });
}
