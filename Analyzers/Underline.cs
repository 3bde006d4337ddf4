using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers;

/// <summary>What to underline: the least that shows which construct is meant.</summary>
internal static class Underline
{
    /// <summary>The member's own name in a call or a method group.</summary>
    public static Location NameIn(SyntaxNode expression) => expression switch
    {
        InvocationExpressionSyntax invocation => NameIn(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        _ => expression.GetLocation(),
    };

    /// <summary>What shows best where a call is made, also one that the language makes unsaid.</summary>
    public static Location CallAt(SyntaxNode place) => place switch
    {
        UsingStatementSyntax statement => statement.UsingKeyword.GetLocation(),
        LocalDeclarationStatementSyntax declaration => declaration.UsingKeyword.GetLocation(),
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
        BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
        AssignmentExpressionSyntax assignment => assignment.OperatorToken.GetLocation(),
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
        PostfixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
        CastExpressionSyntax cast => cast.Type.GetLocation(),
        _ => NameIn(place),
    };

    /// <summary>The parameters and the arrow of a lambda, the keyword of an anonymous method.</summary>
    public static Location HeadOf(SyntaxNode function) => function switch
    {
        LambdaExpressionSyntax { ArrowToken: SyntaxToken arrow } =>
            Location.Create(function.SyntaxTree, TextSpan.FromBounds(function.SpanStart, arrow.Span.End)),
        AnonymousMethodExpressionSyntax { DelegateKeyword: SyntaxToken keyword } => keyword.GetLocation(),
        _ => function.GetLocation(),
    };
}
