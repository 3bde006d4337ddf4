using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>What a local holds, where it is given a value where it is declared and never again.</summary>
internal static class LocalValues
{
    /// <summary>The value of <paramref name="local"/>; null where that is not certain.</summary>
    public static IOperation? Of(ILocalSymbol local, SemanticModel model) =>
        local is { IsRef: false, DeclaringSyntaxReferences: [var reference] } && reference.SyntaxTree == model.SyntaxTree &&
        reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator && !UsesOf(local, declarator, model).Any(static use => IsWritten(use))
            ? model.FindOperation(value)
            : null;

    /// <summary>Where a local is named in the member that declares it.</summary>
    public static IEnumerable<IdentifierNameSyntax> UsesOf(ILocalSymbol local, SemanticModel model) =>
        local.DeclaringSyntaxReferences is [var reference] ? UsesOf(local, reference.GetSyntax(), model) : [];

    private static IEnumerable<IdentifierNameSyntax> UsesOf(ILocalSymbol local, SyntaxNode declarator, SemanticModel model)
    {
        // Statements of the top level are members, too, and share their locals.
        SyntaxNode scope = declarator.Ancestors().First(static n => n is (MemberDeclarationSyntax and not GlobalStatementSyntax) or CompilationUnitSyntax);
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));
    }

    /// <summary>Whether what is named there gets another value.</summary>
    public static bool IsWritten(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        ParenthesizedExpressionSyntax outer => IsWritten(outer),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ForEachVariableStatementSyntax loop => loop.Variable == place,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => place.Parent.RawKind is not (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.SuppressNullableWarningExpression,
        _ => false,
    };
}
