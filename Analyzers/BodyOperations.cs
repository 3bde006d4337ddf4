using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>The operations of a body.</summary>
internal static class BodyOperations
{
    /// <summary>All of them, also those of the functions in it, in the order of the text; what is only named is left out.</summary>
    public static IEnumerable<IOperation> Of(IOperation body)
    {
        Stack<IOperation> pending = new();
        pending.Push(body);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (operation is INameOfOperation)
            {
                continue;
            }

            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                pending.Push(child);
            }
        }
    }
}
