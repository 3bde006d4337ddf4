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

    /// <summary>The parameters and the arrow of a lambda, the keyword of an anonymous method.</summary>
    public static Location HeadOf(SyntaxNode function) => function switch
    {
        LambdaExpressionSyntax { ArrowToken: SyntaxToken arrow } =>
            Location.Create(function.SyntaxTree, TextSpan.FromBounds(function.SpanStart, arrow.Span.End)),
        AnonymousMethodExpressionSyntax { DelegateKeyword: SyntaxToken keyword } => keyword.GetLocation(),
        _ => function.GetLocation(),
    };
}
