using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>Who runs the lambdas of a body.</summary>
internal static class NestedFunctions
{
    /// <summary>
    /// Whether the node stands in a lambda that this body only hands on: to another thread, where blocking does no harm, or as the
    /// entry of a coroutine, which has a rule of its own.
    /// </summary>
    public static bool IsHandedOn(SyntaxNode node, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (AnonymousFunctionExpressionSyntax lambda in node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>())
        {
            if (ParameterFor(model.GetOperation(lambda, cancellationToken)) is IParameterSymbol parameter
                && (known.IsEntry(parameter) || OtherThreads.Run(parameter.ContainingSymbol)))
            {
                return true;
            }
        }

        return false;
    }

    private static IParameterSymbol? ParameterFor(IOperation? function)
    {
        IOperation? parent = function?.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return (parent as IArgumentOperation)?.Parameter;
    }
}
