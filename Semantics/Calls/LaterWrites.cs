using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Says whether a variable may be written by an argument to the right of it. Passed by <see langword="in"/>, the original sees that, and what takes
/// the value instead does not; as the receiver of an extension it is the other way round.
/// </summary>
internal static class LaterWrites
{
    public static bool MayChange(IArgumentOperation argument, ImmutableArray<IArgumentOperation> all) =>
        argument.Parameter is { RefKind: RefKind.In or RefKind.RefReadOnlyParameter } && MayChange(argument.Value, all);

    public static bool MayChange(IOperation variable, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!IsVariable(variable))
            return false;

        IEnumerable<IOperation> later = arguments.Where(a => a.Syntax.SpanStart > variable.Syntax.SpanStart).Select(static a => a.Value);
        return OwnVariable(variable) is { } own && !IsAliased(own, variable)
            ? later.Any(value => Writes(value, own))
            : later.Any(MayWrite);
    }

    private static bool IsVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.IsConst: false } or IParameterReferenceOperation or IArrayElementReferenceOperation or IInstanceReferenceOperation => true,
        IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false } } field => field.Instance is not { Type.IsValueType: true } || IsVariable(field.Instance),
        IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } => true,
        IPropertyReferenceOperation { Property.RefKind: not RefKind.None } => true,
        IConditionalOperation { IsRef: true } => true,
        IInlineArrayAccessOperation => true,
        _ => false,
    };

    /// <summary>The local or parameter that the variable is, or is a part of.</summary>
    private static ISymbol? OwnVariable(IOperation variable) => variable switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => OwnVariable(whole),
        _ => null,
    };

    // Whoever holds it by reference, or a function that has captured it, may write it under another name.
    private static bool IsAliased(ISymbol own, IOperation variable)
    {
        SyntaxNode body = variable.Syntax.Ancestors().First(static n => n is (MemberDeclarationSyntax and not GlobalStatementSyntax) or CompilationUnitSyntax);
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            switch (node)
            {
                case RefExpressionSyntax:
                case IdentifierNameSyntax name when name.Identifier.ValueText == own.Name && name.Ancestors().Any(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax):
                    return true;
            }
        }

        return false;
    }

    private static bool Writes(IOperation value, ISymbol own) => value.DescendantsAndSelf().Any(operation => operation switch
    {
        IAssignmentOperation assignment => Names(assignment.Target, own),
        IIncrementOrDecrementOperation change => Names(change.Target, own),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } passed => Names(passed.Value, own),
        IInvocationOperation { Instance: { Type.IsValueType: true } receiver } => Names(receiver, own),
        IAddressOfOperation => true,
        _ => false,
    });

    private static bool Names(IOperation target, ISymbol own) => target.DescendantsAndSelf().Any(operation =>
        SymbolEqualityComparer.Default.Equals((operation as ILocalReferenceOperation)?.Local ?? (ISymbol?)(operation as IParameterReferenceOperation)?.Parameter, own));

    private static bool MayWrite(IOperation value) => value.DescendantsAndSelf().Any(static operation => operation is
        IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation { Property.ContainingType.SpecialType: not (SpecialType.System_Array or SpecialType.System_String) } or IAssignmentOperation or IIncrementOrDecrementOperation or IEventAssignmentOperation
        or IFunctionPointerInvocationOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation
        or IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } or IConversionOperation { OperatorMethod: not null });
}
