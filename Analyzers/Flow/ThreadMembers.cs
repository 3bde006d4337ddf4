using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Knows the members whose value is one for each thread.</summary>
internal static class ThreadMembers
{
    /// <summary>What <paramref name="operation"/> uses of the thread's, as a key that is the same for each use; null for anything else.</summary>
    public static string? KeyOf(IOperation operation, Places places) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true } field } => IsThreadStatic(field) ? field.ContainingType.MetadataName + "." + field.Name : null,
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "ThreadLocal", ContainingNamespace.Name: "Threading" } }, Instance: IOperation instance } => places.PathOf(instance)?.Path,
        IInvocationOperation { TargetMethod: { Name: "GetData" or "SetData", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } }, Arguments: [{ Value: IOperation slot }, ..] } => places.PathOf(slot)?.Path,
        _ => null,
    };

    /// <summary>Whether a use changes it: sets it, or adds to what it holds.</summary>
    public static bool IsChange(IOperation use) => use switch
    {
        IInvocationOperation call => call.TargetMethod.Name == "SetData",
        _ => use.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == use,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            IInvocationOperation call => call.Instance == use && (call.TargetMethod.ContainingType.Name == "StringBuilder" || CollectionMembers.Of(call) is { Kind: not CollectionUse.Look }),
            IPropertyReferenceOperation indexer => CollectionMembers.Of(indexer) is { Kind: CollectionUse.Change },
            _ => false,
        },
    };

    /// <summary>Whether objects of <paramref name="type"/> are there to be filled and emptied.</summary>
    public static bool IsScratch(ITypeSymbol? type) => type is IArrayTypeSymbol or { Name: "StringBuilder" or "MemoryStream" } || CollectionMembers.IsCollection(type);

    /// <summary>Whether <paramref name="operation"/> asks which thread it is that runs.</summary>
    public static bool IsIdentity(IOperation operation) => operation is IPropertyReferenceOperation
    {
        Property: { Name: "CurrentThread", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } } or { Name: "CurrentManagedThreadId", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } },
    };

    /// <summary>Whether each thread has a value of its own in <paramref name="field"/>.</summary>
    public static bool IsThreadStatic(IFieldSymbol field) =>
        field.GetAttributes().Any(static data => data.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace.Name: "System" });
}
