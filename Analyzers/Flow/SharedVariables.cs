using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Finds the variables of a body that several fibers write: captured by functions that are spawned, more than one of them or one more than once.</summary>
internal static class SharedVariables
{
    public static ISet<ISymbol> In(AnalyzedCoroutine body, KnownTypes known, CancellationToken cancellationToken)
    {
        HashSet<ISymbol> shared = new(SymbolEqualityComparer.Default);
        HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        foreach (SyntaxNode node in body.Declaration.DescendantNodes())
        {
            if (node is not ArgumentSyntax { Expression: ExpressionSyntax expression } argument
                || FunctionOf(expression, body, cancellationToken) is not (SyntaxNode function, SyntaxNode code)
                || body.Model.FindOperation(argument, cancellationToken) is not IArgumentOperation { Parameter: IParameterSymbol parameter }
                || !known.IsEntry(parameter)
                || !Spawns(parameter.ContainingSymbol.Name)
                || WrittenIn(code, body.Model) is not IEnumerable<ISymbol> variables)
            {
                continue;
            }

            foreach (ISymbol variable in variables)
            {
                if (!written.Add(variable) || SpawnsMany(parameter.ContainingSymbol.Name) || IsInLoop(argument, variable))
                {
                    shared.Add(variable);
                }
            }
        }

        return shared;
    }

    // The other entries run in the fiber that gives them, or while it waits.
    private static bool Spawns(string name) => name.StartsWith("Spawn", StringComparison.Ordinal) || SpawnsMany(name);

    private static bool SpawnsMany(string name) => name.StartsWith("Map", StringComparison.Ordinal) || name.Contains("Each") || name.StartsWith("SpawnMany", StringComparison.Ordinal);

    private static (SyntaxNode Function, SyntaxNode Code)? FunctionOf(ExpressionSyntax expression, AnalyzedCoroutine body, CancellationToken cancellationToken) => expression switch
    {
        AnonymousFunctionExpressionSyntax lambda => (lambda, lambda.Body),
        IdentifierNameSyntax name when body.Model.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction, DeclaringSyntaxReferences: [SyntaxReference reference] }
            && reference.GetSyntax(cancellationToken) is LocalFunctionStatementSyntax { } local => ((SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression) is SyntaxNode code ? (local, code) : null,
        _ => null,
    };

    private static IEnumerable<ISymbol>? WrittenIn(SyntaxNode code, SemanticModel model)
    {
        DataFlowAnalysis? flow = code switch
        {
            StatementSyntax statement => model.AnalyzeDataFlow(statement),
            ExpressionSyntax expression => model.AnalyzeDataFlow(expression),
            _ => null,
        };
        return flow is { Succeeded: true } ? flow.WrittenInside.Except(flow.VariablesDeclared, SymbolEqualityComparer.Default).OfType<ISymbol>() : null;
    }

    private static bool IsInLoop(SyntaxNode node, ISymbol variable) =>
        variable.DeclaringSyntaxReferences is [SyntaxReference declaration]
        && node.Ancestors().Any(outer => outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax && !outer.Span.Contains(declaration.Span));
}
