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

    public static bool IsLinkOfConditionalChain(ExpressionSyntax expression) => BindingOf(expression) is not null;

    /// <summary>What stands first in a link of a <c>?.</c> chain: <c>.Inner</c> in <c>.Inner.Read()</c>. Null for what is no such link.</summary>
    public static ExpressionSyntax? BindingOf(ExpressionSyntax expression)
    {
        ExpressionSyntax? current = expression;
        while (current is not (null or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax))
            current = BeforeLast(current);
        return current;
    }

    /// <summary>What the last link of <paramref name="expression"/> hangs on: <c>a.b</c> in <c>a.b.Read</c>; null for what is no link.</summary>
    public static ExpressionSyntax? BeforeLast(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax invocation => invocation.Expression,
        MemberAccessExpressionSyntax access => access.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        PostfixUnaryExpressionSyntax postfix => postfix.Operand,
        ConditionalAccessExpressionSyntax conditional => conditional.Expression,
        AssignmentExpressionSyntax assignment => assignment.Left,
        _ => null,
    };

    /// <summary>The chain whose receiver <paramref name="binding"/> hangs on.</summary>
    public static ConditionalAccessExpressionSyntax? OwnerOf(ExpressionSyntax binding)
    {
        SyntaxNode child = binding;
        for (SyntaxNode? node = binding.Parent; node is ExpressionSyntax; child = node, node = node.Parent)
        {
            if (node is ConditionalAccessExpressionSyntax chain && chain.WhenNotNull == child)
                return chain;
        }

        return null;
    }
}
