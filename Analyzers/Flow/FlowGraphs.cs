using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Makes the compiler's graph of a declaration, whatever kind it is of.</summary>
internal static class FlowGraphs
{
    /// <summary>Null where there is no body, or none that the compiler understands.</summary>
    public static ControlFlowGraph? Of(SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        if (declaration is LocalFunctionStatementSyntax local)
        {
            return model.GetDeclaredSymbol(local, cancellationToken) is IMethodSymbol function
                && local.Parent?.FirstAncestorOrSelf<SyntaxNode>(IsAround) is SyntaxNode outer
                && Of(outer, model, cancellationToken) is ControlFlowGraph graph
                    ? Find(graph, function, cancellationToken)
                    : null;
        }

        SyntaxNode node = declaration is BasePropertyDeclarationSyntax ? BodyDeclaration.Of(declaration)?.Body ?? declaration : declaration;
        return model.FindOperation(node, cancellationToken) switch
        {
            IMethodBodyOperation { Parent: null } method => ControlFlowGraph.Create(method, cancellationToken),
            IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
            IConstructorBodyOperation { Parent: null } constructor => ControlFlowGraph.Create(constructor, cancellationToken),
            _ => null,
        };
    }

    private static ControlFlowGraph? Find(ControlFlowGraph graph, IMethodSymbol function, CancellationToken cancellationToken) =>
        graph.LocalFunctions.FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other, function)) is IMethodSymbol found
            ? graph.GetLocalFunctionControlFlowGraph(found, cancellationToken)
            : null;

    // A local function of a lambda is found by nobody: such have no twins.
    private static bool IsAround(SyntaxNode node) => node is
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax
        or BasePropertyDeclarationSyntax { RawKind: not (int)SyntaxKind.EventDeclaration };
}
