using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>The calls that somebody has written: of methods, constructors and accessors.</summary>
internal static class SaidCalls
{
    public static IEnumerable<Call> Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => [new Call(call.TargetMethod, call.IsVirtual ? call.Instance?.Type : null, call.IsVirtual, call.Syntax) { Form = call.Syntax is InvocationExpressionSyntax ? CallForm.Named : CallForm.Unsaid }],
        IPropertyReferenceOperation property => OfProperty(property),
        IObjectCreationOperation { Constructor: IMethodSymbol constructor } creation => [Call.Exactly(constructor, creation.Syntax)],
        IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment =>
            (assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod) is IMethodSymbol { IsImplicitlyDeclared: false } accessor
                ? [new Call(accessor, reference.Instance?.Type, true, assignment.Syntax)]
                : [],
        _ => [],
    };

    private static IEnumerable<Call> OfProperty(IPropertyReferenceOperation property)
    {
        bool isWritten = property.Parent is IAssignmentOperation assignment && assignment.Target == property;
        bool isChanged = (isWritten && property.Parent is not ISimpleAssignmentOperation) || property.Parent is IIncrementOrDecrementOperation;
        if ((!isWritten || isChanged) && Accessor(property.Property, static p => p.GetMethod) is IMethodSymbol getter)
        {
            yield return new Call(getter, property.Instance?.Type, IsVirtual(property), property.Syntax);
        }

        if ((isWritten || isChanged) && Accessor(property.Property, static p => p.SetMethod) is IMethodSymbol setter)
        {
            yield return new Call(setter, property.Instance?.Type, IsVirtual(property), property.Syntax);
        }
    }

    private static bool IsVirtual(IPropertyReferenceOperation property) => property.Instance?.Syntax is not BaseExpressionSyntax;

    // An override may have one accessor and inherit the other.
    private static IMethodSymbol? Accessor(IPropertySymbol? property, Func<IPropertySymbol, IMethodSymbol?> accessorOf)
    {
        while (property is not null && accessorOf(property) is null)
        {
            property = property.OverriddenProperty;
        }

        return property is null ? null : accessorOf(property);
    }
}
