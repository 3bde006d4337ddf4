using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Says which expressions may be written twice: to evaluate them again does nothing, and gives the same.</summary>
internal static class RepeatableExpressions
{
    /// <param name="expression">The expression.</param>
    /// <param name="between">What is evaluated before it is evaluated again; null for nothing.</param>
    /// <param name="model">The model of the file.</param>
    public static bool Contain(ExpressionSyntax expression, ExpressionSyntax? between, SemanticModel model)
    {
        switch (expression)
        {
            case ThisExpressionSyntax or BaseExpressionSyntax or LiteralExpressionSyntax or PredefinedTypeSyntax:
                return true;
            case ParenthesizedExpressionSyntax parenthesized:
                return Contain(parenthesized.Expression, between, model);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                return Contain(sure.Operand, between, model);
        }

        return expression is NameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(expression).Symbol switch
        {
            INamespaceOrTypeSymbol => true,
            IFieldSymbol { IsConst: true } => true,
            ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } } =>
                !IsWritten(((SimpleNameSyntax)expression).Identifier.ValueText, expression, between),
            IFieldSymbol { IsReadOnly: true, RefKind: RefKind.None } field =>
                (field.IsStatic || field.ContainingType.IsReferenceType) && (expression is not MemberAccessExpressionSyntax access || Contain(access.Expression, between, model)),
            _ => false,
        };
    }

    // A function may be called meanwhile.
    private static bool IsWritten(string name, ExpressionSyntax at, ExpressionSyntax? between)
    {
        SyntaxNode? member = at.FirstAncestorOrSelf<MemberDeclarationSyntax>(static n => n is not GlobalStatementSyntax);
        IEnumerable<SyntaxNode> places = (member ?? at.SyntaxTree.GetRoot()).DescendantNodes().Where(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return (between is null ? places : places.Append(between)).Any(place =>
            place.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name && IsWritten(n)));
    }

    private static bool IsWritten(ExpressionSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ParenthesizedExpressionSyntax parenthesized => IsWritten(parenthesized),
        RefExpressionSyntax => true,
        _ => false,
    };
}
