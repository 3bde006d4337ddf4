using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes.Syntax;

/// <summary>A lambda that only calls one method and is given as the entry of a coroutine.</summary>
internal sealed class EntryLambda
{
    private EntryLambda(ExpressionSyntax method, InvocationExpressionSyntax call, InvocationExpressionSyntax replacement)
    {
        Method = method;
        Call = call;
        Replacement = replacement;
    }

    /// <summary>The method that the lambda calls, as the user wrote it.</summary>
    public ExpressionSyntax Method { get; }

    /// <summary>The call that the lambda is given to.</summary>
    public InvocationExpressionSyntax Call { get; }

    /// <summary>The same call with the method and its arguments.</summary>
    public InvocationExpressionSyntax Replacement { get; }

    /// <summary>Returns null when the method cannot be passed in place of the lambda.</summary>
    public static EntryLambda? At(SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<ParenthesizedLambdaExpressionSyntax>() is not { ParameterList.Parameters.Count: 0, Parent: ArgumentSyntax { NameColon: null } argument } lambda
            || argument.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call }
            || CallIn(lambda) is not InvocationExpressionSyntax inner
            || inner.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax)
            || inner.ArgumentList.Arguments.Any(static passed => passed.NameColon is not null || !passed.RefKindKeyword.IsKind(SyntaxKind.None)))
        {
            return null;
        }

        if (model.GetSymbolInfo(inner).Symbol is not IMethodSymbol method || !IsOrCanBeCoroutine(method))
        {
            return null;
        }

        InvocationExpressionSyntax replacement = Replace(call, argument, inner);
        return model.GetSpeculativeSymbolInfo(call.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol bound
            && SymbolEqualityComparer.Default.Equals(bound.ContainingType, model.GetSymbolInfo(call).Symbol?.ContainingType)
                ? new EntryLambda(inner.Expression, call, replacement)
                : null;
    }

    private static bool IsOrCanBeCoroutine(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        || method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "CoroutineAttribute", ContainingNamespace.Name: "CoGen" });

    private static InvocationExpressionSyntax? CallIn(ParenthesizedLambdaExpressionSyntax lambda) => lambda.Body switch
    {
        InvocationExpressionSyntax call => call,
        BlockSyntax { Statements: [ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }] } => call,
        BlockSyntax { Statements: [ReturnStatementSyntax { Expression: InvocationExpressionSyntax call }] } => call,
        _ => null,
    };

    private static InvocationExpressionSyntax Replace(InvocationExpressionSyntax call, ArgumentSyntax entry, InvocationExpressionSyntax inner)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        int index = arguments.IndexOf(entry);
        ArgumentSyntax[] passed =
        [
            SyntaxFactory.Argument(inner.Expression.WithoutTrivia()).WithLeadingTrivia(index == 0 ? entry.GetLeadingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            .. inner.ArgumentList.Arguments.Select(static argument => argument.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.Space)),
        ];
        return call.WithArgumentList(call.ArgumentList.WithArguments(arguments.RemoveAt(index).InsertRange(index, passed)));
    }
}
