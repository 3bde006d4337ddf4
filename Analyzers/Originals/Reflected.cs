using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Originals;

/// <summary>Coroutines that are found by the name of their original, and called.</summary>
internal static class Reflected
{
    /// <summary>What runs the method that <paramref name="name"/> names, when something does: looking at a method does no harm.</summary>
    public static OriginalRun? Of(INameOfOperation name, string twin, KnownTypes known)
    {
        if (name.Parent is not IArgumentOperation { Parent: IInvocationOperation call })
        {
            return null;
        }

        bool runs = call.TargetMethod switch
        {
            { Name: "GetMethod", ContainingType.Name: "Type" } => IsCalled(call),
            { Name: "InvokeMember", ContainingType.Name: "Type" } => true,
            { Name: "CreateDelegate", ContainingType.Name: "Delegate" } => !IsEntry(call, known),
            _ => false,
        };
        return runs
            ? new OriginalRun($"'{DisplayName.OfCall(call.TargetMethod)}'", "which is the method of that name", $"Take 'nameof({twin})', and await what it returns", IsGrave: false)
            : null;
    }

    // type.GetMethod(name)!.Invoke(…), at once or from a local.
    private static bool IsCalled(IOperation call)
    {
        for (SyntaxNode node = call.Syntax; node.Parent is SyntaxNode parent; node = parent)
        {
            switch (parent)
            {
                case PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax:
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" or "CreateDelegate" }:
                    return true;
                case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" or "CreateDelegate" } } }:
                    return true;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when call.SemanticModel?.GetDeclaredSymbol(variable) is ILocalSymbol local:
                    return variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is SyntaxNode member && member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use =>
                        use.Identifier.ValueText == local.Name && IsReceiver(use) && SymbolEqualityComparer.Default.Equals(call.SemanticModel.GetSymbolInfo(use).Symbol, local));
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsReceiver(SyntaxNode use)
    {
        SyntaxNode node = use.Parent is PostfixUnaryExpressionSyntax sure ? sure : use;
        return node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" or "CreateDelegate" } access && access.Expression == node
            || node.Parent is ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" or "CreateDelegate" } } };
    }

    // The twin of a delegate that is spawned is found when the program runs.
    private static bool IsEntry(IOperation call, KnownTypes known)
    {
        IOperation value = call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is not IArgumentOperation { Parameter: IParameterSymbol parameter } ? value.Parent is IVariableInitializerOperation : known.IsEntry(parameter);
    }
}
