using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Delegates;

/// <summary>Where a delegate goes that is made of a method group or a lambda.</summary>
/// <param name="IsEntry">It becomes the entry of a coroutine, at once or from the local that it is kept in.</param>
/// <param name="IsKept">It is kept in a variable, field or property.</param>
/// <param name="IsCalledHere">This body calls it, or gives it to something that does before it returns.</param>
/// <param name="MayBeCalledHere">The same, as far as one can tell.</param>
/// <param name="Local">The local that it is kept in.</param>
internal sealed record DelegateTarget(bool IsEntry, bool IsKept, bool IsCalledHere, bool MayBeCalledHere, ILocalSymbol? Local)
{
    /// <summary>It handles an event, and is called by whoever raises that.</summary>
    public bool IsHandler { get; init; }

    private static readonly DelegateTarget s_elsewhere = new(false, false, false, false, null);

    public static DelegateTarget Of(IDelegateCreationOperation creation, KnownTypes known)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
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
            case ISimpleAssignmentOperation or IFieldInitializerOperation or IPropertyInitializerOperation or ICompoundAssignmentOperation:
                return new DelegateTarget(IsEntry: false, IsKept: true, IsCalledHere: false, MayBeCalledHere: true, Local: null);
            case IEventAssignmentOperation { Adds: true }:
                return s_elsewhere with { MayBeCalledHere = true, IsHandler = true };
            case IEventAssignmentOperation:
                return s_elsewhere;
            default:
                return new DelegateTarget(IsEntry: false, IsKept: false, IsCalledHere: false, MayBeCalledHere: true, Local: null);
        }
    }

    private static DelegateTarget Kept(ILocalSymbol local, IOperation within, KnownTypes known)
    {
        DelegateUses uses = DelegateUses.Of(local, within, known);
        return new DelegateTarget(uses.IsEntry, IsKept: true, uses.IsInvoked, MayBeCalledHere: true, local);
    }
}
