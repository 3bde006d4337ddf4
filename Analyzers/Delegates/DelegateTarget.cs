using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Delegates;

/// <summary>Where a delegate goes that is made of a method group or a lambda.</summary>
/// <param name="IsEntry">It becomes the entry of a coroutine, at once or from the local that it is kept in.</param>
/// <param name="IsKept">It is kept in a variable, field, property or collection, or returned.</param>
/// <param name="IsCalledHere">This body calls it, or gives it to something that does before it returns.</param>
/// <param name="MayBeCalledHere">The same, as far as one can tell.</param>
/// <param name="Local">The local that it is kept in.</param>
internal sealed record DelegateTarget(bool IsEntry, bool IsKept, bool IsCalledHere, bool MayBeCalledHere, ILocalSymbol? Local)
{
    /// <summary>It handles an event, and is called by whoever raises that.</summary>
    public bool IsHandler { get; init; }

    /// <summary>The field or property that it is kept in.</summary>
    public ISymbol? Member { get; init; }

    private static readonly DelegateTarget s_elsewhere = new(false, false, false, false, null);

    public static DelegateTarget Of(IDelegateCreationOperation creation, KnownTypes known)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or ITupleOperation
            || IsOfParams(value.Parent))
        {
            value = value.Parent!;
        }

        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "Enqueue" or "Push" or "Insert", TargetMethod.ContainingType: INamedTypeSymbol { ContainingNamespace.Name: "Generic" or "Concurrent" or "Immutable" or "ObjectModel" } } }:
            case IArrayInitializerOperation or ICollectionExpressionOperation:
            case IReturnOperation:
                return s_elsewhere with { IsKept = true, MayBeCalledHere = true };
            case IArgumentOperation { Parameter: IParameterSymbol parameter }:
                bool isEntry = known.IsEntry(parameter);
                bool runsHere = !isEntry && !OtherThreads.Run(parameter.ContainingSymbol, known);
                return new DelegateTarget(isEntry, IsKept: false, runsHere, runsHere, Local: null);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Kept(declarator.Symbol, creation, known);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                return Kept(target.Local, creation, known);
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target }:
                return Kept(target.Local, creation, known);
            case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target }:
                return Kept(target.Local, creation, known);
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } target }:
                return KeptIn(target.Member);
            case ICoalesceAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } target }:
                return KeptIn(target.Member);
            case IFieldInitializerOperation { InitializedFields: [IFieldSymbol field] }:
                return KeptIn(field);
            case IPropertyInitializerOperation { InitializedProperties: [IPropertySymbol property] }:
                return KeptIn(property);
            case ICoalesceAssignmentOperation or ISimpleAssignmentOperation or IFieldInitializerOperation or IPropertyInitializerOperation or ICompoundAssignmentOperation:
                return new DelegateTarget(IsEntry: false, IsKept: true, IsCalledHere: false, MayBeCalledHere: true, Local: null);
            case IEventAssignmentOperation { Adds: true }:
                return s_elsewhere with { MayBeCalledHere = true, IsHandler = true };
            case IEventAssignmentOperation:
                return s_elsewhere;
            default:
                return new DelegateTarget(IsEntry: false, IsKept: false, IsCalledHere: false, MayBeCalledHere: true, Local: null);
        }
    }

    /// <summary>Whether the compiler makes the collection, for a parameter that takes any number of arguments.</summary>
    public static bool IsOfParams(IOperation? collection) =>
        collection is IArrayInitializerOperation { Parent: IArrayCreationOperation { IsImplicit: true } } or IArrayCreationOperation { IsImplicit: true } or ICollectionExpressionOperation { IsImplicit: true };

    private static DelegateTarget KeptIn(ISymbol member) => s_elsewhere with { IsKept = true, MayBeCalledHere = true, Member = member };

    private static DelegateTarget Kept(ILocalSymbol local, IOperation within, KnownTypes known)
    {
        DelegateUses uses = DelegateUses.Of(local, within, known);
        return new DelegateTarget(uses.IsEntry, IsKept: true, uses.IsInvoked, MayBeCalledHere: true, local);
    }
}
