using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Delegates;

/// <summary>What a body does with a delegate that it keeps in a local.</summary>
internal sealed record DelegateUses(bool IsInvoked, bool IsEntry, bool Escapes)
{
    public static DelegateUses Of(ILocalSymbol local, IOperation within, KnownTypes known)
    {
        IOperation root = within;
        while (root.Parent is IOperation parent)
        {
            root = parent;
        }

        bool isInvoked = false;
        bool isEntry = false;
        bool escapes = false;
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is not ILocalReferenceOperation { IsDeclaration: false } reference
                || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
            {
                continue;
            }

            switch (reference.Parent)
            {
                case IInvocationOperation call when call.Instance == reference:
                    isInvoked = true;
                    break;
                case IArgumentOperation { Parameter: IParameterSymbol parameter } when known.IsEntry(parameter):
                    isEntry = true;
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                    break;
                default:
                    escapes = true;
                    break;
            }
        }

        return new DelegateUses(isInvoked, isEntry, escapes);
    }
}
