using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>Says of what could run later or never, the values of an iterator and delegates, whether the code around it runs it. Only what is certain counts.</summary>
internal static class RunHere
{
    /// <summary>Whether somebody in the same body takes the values of <paramref name="sequence"/>.</summary>
    public static bool IsEnumerated(IOperation sequence, KnownTypes known) => IsEnumerated(sequence, known, held: null);

    /// <summary>Whether a lambda or a method group is called by what takes it, before that returns or when its values are taken.</summary>
    public static bool IsCalled(IOperation function, KnownTypes known)
    {
        IOperation value = Outermost(function);
        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation taker }:
                return IsLinq(taker, known) ? !IsLazy(taker) || IsEnumerated(taker, known) : CallsAtOnce(taker.TargetMethod);
            case IInvocationOperation call:
                return call.Instance == value;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: ILocalSymbol local } }:
                return ReferencesTo(local, value).All(static reference => reference.Parent is not IAssignmentOperation)
                    && ReferencesTo(local, value).Any(static reference => reference.Parent is IInvocationOperation call && call.Instance == reference);
            default:
                return false;
        }
    }

    private static bool IsEnumerated(IOperation sequence, KnownTypes known, ILocalSymbol? held)
    {
        IOperation value = Outermost(sequence);
        switch (value.Parent)
        {
            case IForEachLoopOperation loop:
                return loop.Collection == value && !loop.IsAsynchronous;
            case ISpreadOperation:
                return true;
            case ITranslatedQueryOperation query:
                return IsEnumerated(query, known, held);
            case IArgumentOperation { Parent: IInvocationOperation taker, Parameter: IParameterSymbol parameter } when IsSequence(parameter.Type):
                return IsLinq(taker, known) ? !IsLazy(taker) || IsEnumerated(taker, known, held) : TakesAll(taker.TargetMethod);
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: IMethodSymbol constructor } }:
                return TakesAll(constructor);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: ILocalSymbol local } } when held is null:
                return ReferencesTo(local, value).Any(reference => IsEnumerated(reference, known, local));
            default:
                return false;
        }
    }

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation or IDelegateCreationOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }

    private static IEnumerable<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local, IOperation within)
    {
        IOperation root = within;
        while (root.Parent is IOperation parent)
        {
            root = parent;
        }

        return root.Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local));
    }

    private static bool IsLinq(IInvocationOperation call, KnownTypes known) =>
        known.Linq is not null && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, known.Linq);

    // What returns a sequence has not begun to make it.
    private static bool IsLazy(IInvocationOperation link) => IsSequence(link.TargetMethod.ReturnType);

    private static bool IsSequence(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable", TypeKind: TypeKind.Interface };

    private static bool TakesAll(IMethodSymbol taker) => taker switch
    {
        { ContainingType.SpecialType: SpecialType.System_String } => taker.Name is "Join" or "Concat",
        { MethodKind: MethodKind.Constructor } => IsCollection(taker.ContainingType),
        _ => IsCollection(taker.ContainingType) && taker.Name is "AddRange" or "InsertRange" or "UnionWith" or "ExceptWith" or "IntersectWith",
    };

    private static bool IsCollection(INamedTypeSymbol type) => type is
    {
        Name: "List" or "HashSet" or "SortedSet" or "Queue" or "Stack" or "LinkedList" or "Dictionary",
        ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } },
    };

    private static bool CallsAtOnce(IMethodSymbol taker) => taker.ContainingType switch
    {
        { Name: "List", ContainingNamespace.Name: "Generic" } or { SpecialType: SpecialType.System_Array or SpecialType.System_String } => true,
        { Name: "ConcurrentDictionary", ContainingNamespace.Name: "Concurrent" } => true,
        { Name: "LazyInitializer", ContainingNamespace.Name: "Threading" } => true,
        _ => false,
    };
}
