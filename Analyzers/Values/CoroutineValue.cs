using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Values;

/// <summary>What becomes of a coroutine that a call returns.</summary>
internal enum CoroutineFate
{
    /// <summary>It is awaited, handed on to somebody who may, or dropped on purpose.</summary>
    Fine,

    /// <summary>Nobody can ever await it.</summary>
    Dropped,

    /// <summary>It goes into a field or a collection.</summary>
    Stored,

    /// <summary>It becomes an object.</summary>
    Boxed,

    /// <summary>It goes into a local, whose uses decide.</summary>
    Local,
}

/// <summary>Reads what becomes of the value of an operation off the operations around it.</summary>
internal static class CoroutineValue
{
    /// <summary>Whether what a call returns has to be awaited exactly once: a coroutine, or the value task of a twin.</summary>
    public static bool IsReturnedBy(IMethodSymbol method, KnownTypes known) => known.ReturnsCoroutine(method)
        || (method.ReturnType is INamedTypeSymbol { Name: "ValueTask", ContainingNamespace.Name: "Tasks" } && known.IsTwin(method));

    public static CoroutineFate FateOf(IOperation operation, out ILocalSymbol? local)
    {
        local = null;
        IOperation value = Whole(operation);
        switch (value.Parent)
        {
            case IExpressionStatementOperation:
                return CoroutineFate.Dropped;
            case IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true }:
                return CoroutineFate.Boxed;
            case IInterpolationOperation:
                return CoroutineFate.Boxed;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                local = declarator.Symbol;
                return CoroutineFate.Local;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                local = (assignment.Target as ILocalReferenceOperation)?.Local;
                return assignment.Target switch
                {
                    ILocalReferenceOperation => assignment.Parent is IExpressionStatementOperation ? CoroutineFate.Local : CoroutineFate.Fine,
                    IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation => CoroutineFate.Stored,
                    _ => CoroutineFate.Fine,
                };
            case IFieldInitializerOperation or IPropertyInitializerOperation or IArrayInitializerOperation or ICollectionExpressionOperation:
                return CoroutineFate.Stored;
            case IArgumentOperation { Parameter: IParameterSymbol parameter } argument:
                return IsCollecting(parameter, argument) ? CoroutineFate.Stored : CoroutineFate.Fine;
            default:
                return CoroutineFate.Fine;
        }
    }

    /// <summary>The whole expression whose value is that of <paramref name="operation"/>, perhaps among others.</summary>
    public static IOperation Whole(IOperation operation)
    {
        IOperation value = operation;
        while (true)
        {
            switch (value.Parent)
            {
                case IParenthesizedOperation parenthesized:
                    value = parenthesized;
                    break;
                case IConditionalOperation { Condition: IOperation condition } choice when condition != value && choice.Type is not null:
                    value = choice;
                    break;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation arms } arm when arm.Value == value:
                    value = arms;
                    break;
                case IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion when SymbolEqualityComparer.Default.Equals(conversion.Type, value.Type):
                    value = conversion;
                    break;
                default:
                    return value;
            }
        }
    }

    // list.Add(coroutine), but not a method of anybody's that takes a coroutine.
    private static bool IsCollecting(IParameterSymbol parameter, IArgumentOperation argument) =>
        parameter.OriginalDefinition.Type is ITypeParameterSymbol { DeclaringType: INamedTypeSymbol { ContainingNamespace.Name: "Generic" or "Concurrent" or "Immutable" or "ObjectModel" } }
        && argument.Parent is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation;
}
