using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>What the members of the framework's collections do: look, change, or both at once.</summary>
internal static class CollectionMembers
{
    /// <summary>How a member uses the collection that it is called on.</summary>
    /// <param name="Kind">What it does.</param>
    /// <param name="Collection">The collection.</param>
    /// <param name="Key">What it does it with; null where it concerns the collection as a whole.</param>
    public readonly record struct Use(CollectionUse Kind, IOperation Collection, IOperation? Key);

    /// <summary>Null for what is no use of a collection, or one that neither depends on what others do nor disturbs them.</summary>
    public static Use? Of(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IOperation collection, Arguments: [{ Value: IOperation key }] } indexer when IsCollection(collection.Type):
                return new Use(IsTarget(indexer) ? CollectionUse.Change : CollectionUse.Look, collection, key);
            case IPropertyReferenceOperation { Property.Name: "Count" or "IsEmpty" or "First" or "Last", Instance: IOperation collection } when IsCollection(collection.Type):
                return new Use(CollectionUse.Look, collection, null);
            case IInvocationOperation { TargetMethod: { IsStatic: false } method, Instance: IOperation collection } call when IsCollection(collection.Type):
                return KindOf(method, IsUsed(call)) is CollectionUse kind ? new Use(kind, collection, KeyOf(method, call)) : null;
            case IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "Any" or "Count" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: IOperation source }, ..] }
                when IsCollection(Unwrap(source).Type):
                return new Use(CollectionUse.Look, Unwrap(source), null);
            default:
                return null;
        }
    }

    /// <summary>Whether <paramref name="type"/> is one of the framework's that can be changed.</summary>
    public static bool IsCollection(ITypeSymbol? type)
    {
        for (INamespaceSymbol? space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Immutable" or "Frozen" })
            {
                return false;
            }

            if (space is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static CollectionUse? KindOf(IMethodSymbol method, bool isUsed) => method.Name switch
    {
        "ContainsKey" or "TryGetValue" or "Contains" or "IndexOf" or "ContainsValue" or "Peek" or "TryPeek" or "Exists" or "Find" or "FindIndex" or "GetValueOrDefault" => CollectionUse.Look,
        "Add" or "AddLast" or "AddFirst" or "Enqueue" or "Push" or "Insert" when !isUsed => CollectionUse.Change,
        "Add" or "TryAdd" or "TryUpdate" or "GetOrAdd" or "AddOrUpdate" or "TryRemove" => CollectionUse.Claim,
        "TryDequeue" or "TryPop" or "TryTake" => CollectionUse.Take,
        "Dequeue" or "Pop" or "RemoveAt" or "RemoveFirst" or "RemoveLast" => CollectionUse.Change,
        "Remove" when isUsed => CollectionUse.Claim,
        "Remove" or "Clear" => CollectionUse.Release,
        _ => null,
    };

    // What is put in is also what was looked for; what is taken out is whatever is there.
    private static IOperation? KeyOf(IMethodSymbol method, IInvocationOperation call) => method.Name switch
    {
        "Dequeue" or "Pop" or "RemoveAt" or "RemoveFirst" or "RemoveLast" or "Peek" or "TryPeek" or "Exists" or "Find" or "FindIndex" or "Clear" or "TryDequeue" or "TryPop" or "TryTake" => null,
        "Insert" => call.Arguments.Length == 2 ? call.Arguments[1].Value : null,
        _ => call.Arguments.Length > 0 ? call.Arguments[0].Value : null,
    };

    private static bool IsUsed(IInvocationOperation call) => call.Parent is not (null or IExpressionStatementOperation) && call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean;

    private static bool IsTarget(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;
}

internal enum CollectionUse
{
    /// <summary>It depends on what is there, and changes nothing.</summary>
    Look,

    /// <summary>It changes what is there.</summary>
    Change,

    /// <summary>It looks and changes in one, and says how it went: who has it from then on is settled.</summary>
    Claim,

    /// <summary>It looks and changes in one, and gives what it has taken.</summary>
    Take,

    /// <summary>It takes away what was there, or nothing.</summary>
    Release,
}
