using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>One invocation as the user wrote it, and what it is bound to.</summary>
public sealed class CallSite
{
    private CallSite(IInvocationOperation operation, InvocationExpressionSyntax syntax, SimpleNameSyntax name)
    {
        Operation = operation;
        Syntax = syntax;
        Name = name;
    }

    public IInvocationOperation Operation { get; }

    public InvocationExpressionSyntax Syntax { get; }

    /// <summary>The name of the method at the call.</summary>
    public SimpleNameSyntax Name { get; }

    public IMethodSymbol Method => Operation.TargetMethod;

    /// <summary>What the method is called on: null for static methods.</summary>
    public ITypeSymbol? ReceiverType => Operation.Instance?.Type;

    /// <summary>Whether the call is a link of a <c>?.</c> chain, whose value cannot be awaited in the middle.</summary>
    public bool IsConditional => IsLinkOfConditionalChain(Syntax);

    /// <summary>Whether the method is called on <c>base</c>, so that overrides of it have no say.</summary>
    public bool IsOnBase => Syntax.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    /// <summary>Whether the first parameter is given by what stands before the dot.</summary>
    public bool IsReducedExtension =>
        Method.IsExtensionMethod && Operation.Instance is null &&
        Operation.Arguments.Length > 0 && Operation.Arguments[0].Syntax is not ArgumentSyntax;

    /// <summary>Returns null for what no edit of text could change: implicit calls, calls through delegates.</summary>
    public static CallSite? From(IInvocationOperation operation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax syntax || operation.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
            return null;

        SimpleNameSyntax? name = NameOf(syntax.Expression);
        return name is null ? null : new CallSite(operation, syntax, name);
    }

    /// <summary>The name that stands last in a call or method group: <c>Read</c> in <c>a.b.Read</c>.</summary>
    public static SimpleNameSyntax? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        AliasQualifiedNameSyntax alias => alias.Name,
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        _ => null,
    };

    public static bool IsLinkOfConditionalChain(ExpressionSyntax expression)
    {
        ExpressionSyntax? current = expression;
        while (current is not null)
        {
            switch (current)
            {
                case MemberBindingExpressionSyntax or ElementBindingExpressionSyntax:
                    return true;
                case InvocationExpressionSyntax invocation:
                    current = invocation.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    current = access.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    current = element.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    current = postfix.Operand;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
