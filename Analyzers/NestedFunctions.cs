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
    /// Whether the node stands in a function that this body only hands on: to another thread, where blocking does no harm, or, as a
    /// local function, to a coroutine whose entry it becomes, which has a rule of its own.
    /// </summary>
    public static bool IsHandedOn(SyntaxNode node, SemanticModel model, KnownTypes known, CancellationToken cancellationToken) =>
        node.Ancestors().Any(function => function switch
        {
            AnonymousFunctionExpressionSyntax => ParameterFor(model.FindOperation(function, cancellationToken)) is IParameterSymbol parameter
                && OtherThreads.Run(parameter.ContainingSymbol, known),
            LocalFunctionStatementSyntax local => References(local, model, cancellationToken).All(reference =>
                ParameterFor(reference) is IParameterSymbol parameter && (known.IsEntry(parameter) || OtherThreads.Run(parameter.ContainingSymbol, known))),
            _ => false,
        });

    private static IEnumerable<IOperation?> References(LocalFunctionStatementSyntax function, SemanticModel model, CancellationToken cancellationToken)
    {
        ISymbol? symbol = model.GetDeclaredSymbol(function, cancellationToken);
        return (function.Parent ?? function).DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == function.Identifier.ValueText
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
            .Select(name => model.FindOperation(name, cancellationToken));
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
