using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Delegates;

/// <summary>Says what to write in place of a delegate that blocks, by what takes it.</summary>
internal static class DelegateAdvice
{
    /// <summary>The advice for <paramref name="call"/>, which stands in functions that nobody awaits; null where there is none but the usual.</summary>
    public static string? For(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken) => call.AncestorsAndSelf()
        .OfType<AnonymousFunctionExpressionSyntax>()
        .Select(function => Of(function, model, cancellationToken))
        .FirstOrDefault(static advice => advice is not null);

    /// <summary>The advice for one function or method that is made a delegate; null where there is none but the usual.</summary>
    public static string? Of(ExpressionSyntax function, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(function, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" })
        {
            return "Take the call out of the expression tree, and use its value there";
        }

        ExpressionSyntax value = function;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            value = (ExpressionSyntax)value.Parent;
        }

        return value.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } addition => OfAddition(addition, model, cancellationToken),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target } when model.GetSymbolInfo(target, cancellationToken).Symbol is ILocalSymbol local => OfLocal(local, function),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol local => OfLocal(local, function),
            ArgumentSyntax argument when model.FindOperation(argument, cancellationToken) is IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol taker } => OfTaker(taker),
            _ => null,
        };
    }

    private static string? OfAddition(AssignmentExpressionSyntax addition, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(addition.Left, cancellationToken).Symbol switch
        {
            IEventSymbol { DeclaringSyntaxReferences.IsEmpty: true } => "Let the handler spawn a fiber for it, by Spawn of a scheduler, for the event may be raised on any thread",
            IEventSymbol => "Let the handler spawn a fiber for it, by Co.Spawn",
            ILocalSymbol local => OneAfterTheOther(local),
            _ => null,
        };

    private static string? OfLocal(ILocalSymbol local, SyntaxNode function)
    {
        if (local.Type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: var parameters } && parameters.Any(static p => p.RefKind is RefKind.Ref or RefKind.Out))
        {
            return $"Let '{local.Name}' return a value in place of what it passes by reference";
        }

        SyntaxNode member = function.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? function.SyntaxTree.GetRoot();
        if (function is AnonymousFunctionExpressionSyntax && member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is IdentifierNameSyntax called && called.Identifier.ValueText == local.Name
            && call.Ancestors().TakeWhile(outer => outer != member).Any(outer => outer is AnonymousFunctionExpressionSyntax && outer != function)))
        {
            return $"Make '{local.Name}' a [Coroutine] method, which the lambda that calls it can wait for";
        }

        return member.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax name } && name.Identifier.ValueText == local.Name)
            ? OneAfterTheOther(local)
            : null;
    }

    private static string OneAfterTheOther(ILocalSymbol local) => $"Call the functions one after the other, in place of '{local.Name}'";

    private static string? OfTaker(IMethodSymbol taker) => taker switch
    {
        { Name: "ForEach", ContainingType.Name: "Array" or "List" } => "Write a foreach loop",
        { Name: "ConvertAll", ContainingType.Name: "Array" or "List" } => "Write a loop, or Select and ToArray or ToList, which are patched",
        { MethodKind: MethodKind.Constructor, ContainingType.Name: "Lazy" } => "Make the value in a [Coroutine] method that keeps it in a field",
        _ => null,
    };
}
