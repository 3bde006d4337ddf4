using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Patches;

/// <summary>
/// One use of a member as the user wrote it, cut where text is replaced when a call of a method takes its place: what comes before the receiver and
/// the arguments, what stands between them, and what ends it. The text of the receiver and the arguments stays.
/// </summary>
internal sealed class PatchSite
{
    private PatchSite(ExpressionSyntax syntax, ISymbol member, PatchUse use, ImmutableArray<IArgumentOperation> arguments, IOperation? instance)
    {
        Syntax = syntax;
        Member = member;
        Use = use;
        Arguments = arguments;
        Instance = instance;
    }

    /// <summary>The whole expression.</summary>
    public ExpressionSyntax Syntax { get; }

    public ISymbol Member { get; }

    public PatchUse Use { get; }

    /// <summary>What is given to the parameters of the member.</summary>
    public ImmutableArray<IArgumentOperation> Arguments { get; }

    /// <summary>What the member is used on.</summary>
    public IOperation? Instance { get; }

    /// <summary>What the use begins with, up to the receiver or the first argument.</summary>
    public TextSpan Prefix { get; private set; }

    /// <summary>What is between the receiver and the arguments; null where the receiver has no text of its own.</summary>
    public TextSpan? Between { get; private set; }

    /// <summary>What is between two arguments that are not parted by a comma.</summary>
    public TextSpan? Middle { get; private set; }

    /// <summary>What ends the use.</summary>
    public TextSpan End { get; private set; }

    /// <summary>The receiver as it is written, if it is.</summary>
    public ExpressionSyntax? Receiver { get; private set; }

    /// <summary>The type of what stands for the receiver, where it is not what the member is used on.</summary>
    public ITypeSymbol? ReceiverType { get; private set; }

    /// <summary>Whether any text stands for arguments.</summary>
    public bool HasArguments { get; private set; }

    /// <summary>Whether the member is used on the object itself, unsaid.</summary>
    public bool IsOnThis => Instance is not null && Between is null;

    public bool IsOnBase { get; private set; }

    /// <summary>The type arguments that are written.</summary>
    public bool HasTypeArguments { get; private set; }

    /// <summary>The member as it is called where it is static: <c>File.Copy</c>, <c>new FileStream</c>.</summary>
    public string Callee { get; private set; } = "";

    /// <summary>What follows the arguments of a creation: <c>{ X = 1 }</c>.</summary>
    public InitializerExpressionSyntax? Initializer { get; private set; }

    /// <summary>Null for what is no use of a member that a method could take the place of.</summary>
    public static PatchSite? From(IOperation operation, SemanticModel model) => operation switch
    {
        IInvocationOperation invocation when CallSite.From(invocation) is { } call => OfCall(call, model),
        IPropertyReferenceOperation { Syntax: ExpressionSyntax syntax } property when PropertyUses.Of(syntax, model) == PropertyUse.Read => OfRead(property, syntax),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property, Syntax: AssignmentExpressionSyntax syntax } when PropertyUses.Of(syntax.Left, model) == PropertyUse.Written => OfWrite(property, syntax),
        IObjectCreationOperation { Constructor: { } constructor, Syntax: BaseObjectCreationExpressionSyntax syntax } creation => OfCreation(creation, constructor, syntax),
        IBinaryOperation { OperatorMethod: { } method, IsLifted: false, Syntax: BinaryExpressionSyntax syntax } => new PatchSite(syntax, method, PatchUse.Call, [], null)
        {
            Prefix = new(syntax.SpanStart, 0),
            Middle = syntax.OperatorToken.Span,
            End = new(syntax.Span.End, 0),
            HasArguments = true,
        },
        IUnaryOperation { OperatorMethod: { } method, IsLifted: false, Syntax: PrefixUnaryExpressionSyntax syntax } => new PatchSite(syntax, method, PatchUse.Call, [], null)
        {
            Prefix = syntax.OperatorToken.Span,
            End = new(syntax.Span.End, 0),
            HasArguments = true,
        },
        IConversionOperation { OperatorMethod: { } method, IsImplicit: false, Syntax: CastExpressionSyntax syntax } conversion when Signatures.AreEqual(method.ReturnType, conversion.Type) =>
            new PatchSite(syntax, method, PatchUse.Call, [], null)
            {
                Prefix = FromTo(syntax.SpanStart, syntax.Expression.SpanStart),
                End = new(syntax.Span.End, 0),
                HasArguments = true,
            },
        _ => null,
    };

    private static PatchSite? OfCall(CallSite call, SemanticModel model)
    {
        ArgumentListSyntax list = call.Syntax.ArgumentList;
        PatchSite site = new(call.Syntax, call.Method, PatchUse.Call, call.Operation.Arguments, call.Operation.Instance)
        {
            End = list.CloseParenToken.Span,
            HasArguments = list.Arguments.Count > 0,
            IsOnBase = call.IsOnBase,
            HasTypeArguments = call.Name is GenericNameSyntax,
        };

        ExpressionSyntax callee = call.Syntax.Expression;
        if (IsAwaiter(call.Method.ContainingType))
        {
            // Only the awaiter that is thrown away at once can be left out.
            if (callee is not MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: { } getAwaiter } } ||
                CallSite.NameOf(getAwaiter)?.Identifier.ValueText != "GetAwaiter" || model.GetSymbolInfo(getAwaiter).Symbol is not IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary } method)
            {
                return null;
            }

            site.ReceiverType = method.ContainingType;
            return site.TryHang(getAwaiter, list.OpenParenToken.Span.End) ? site : null;
        }

        if ((call.Method.IsStatic && !call.IsReducedExtension) || callee is SimpleNameSyntax)
        {
            site.Prefix = FromTo(callee.SpanStart, list.OpenParenToken.Span.End);
            site.Callee = callee.ToString();
            return site;
        }

        return site.TryHang(callee, list.OpenParenToken.Span.End) ? site : null;
    }

    private static PatchSite? OfRead(IPropertyReferenceOperation property, ExpressionSyntax syntax)
    {
        PatchSite site = new(syntax, property.Property, PatchUse.Get, property.Arguments, property.Instance)
        {
            End = new(syntax.Span.End, 0),
            Callee = syntax.ToString(),
            IsOnBase = syntax is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } or ElementAccessExpressionSyntax { Expression: BaseExpressionSyntax },
        };
        switch (syntax)
        {
            case ElementAccessExpressionSyntax or ElementBindingExpressionSyntax:
                return site.TryIndex(syntax) ? site : null;
            case IdentifierNameSyntax:
            case MemberAccessExpressionSyntax when property.Property.IsStatic:
                site.Prefix = syntax.Span;
                return site;
            default:
                return site.TryHang(syntax, syntax.Span.End) ? site : null;
        }
    }

    private static PatchSite? OfWrite(IPropertyReferenceOperation property, AssignmentExpressionSyntax syntax)
    {
        ExpressionSyntax left = syntax.Left;
        PatchSite site = new(syntax, property.Property, PatchUse.Set, property.Arguments, property.Instance)
        {
            End = new(syntax.Span.End, 0),
            HasArguments = true,
            Callee = left.ToString(),
            IsOnBase = left is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } or ElementAccessExpressionSyntax { Expression: BaseExpressionSyntax },
        };
        switch (left)
        {
            case ElementAccessExpressionSyntax element:
                site.Middle = FromTo(element.ArgumentList.CloseBracketToken.SpanStart, syntax.Right.SpanStart);
                return site.TryIndex(element) ? site : null;
            case IdentifierNameSyntax:
            case MemberAccessExpressionSyntax when property.Property.IsStatic:
                site.Prefix = FromTo(left.SpanStart, syntax.Right.SpanStart);
                return site;
            default:
                return site.TryHang(left, syntax.Right.SpanStart) ? site : null;
        }
    }

    private static PatchSite OfCreation(IObjectCreationOperation creation, IMethodSymbol constructor, BaseObjectCreationExpressionSyntax syntax)
    {
        int open = syntax.ArgumentList?.OpenParenToken.Span.End ?? syntax.Initializer?.SpanStart ?? syntax.Span.End;
        return new PatchSite(syntax, constructor, PatchUse.Call, creation.Arguments, null)
        {
            Prefix = FromTo(syntax.SpanStart, open),
            End = syntax.ArgumentList?.CloseParenToken.Span ?? new(open, 0),
            HasArguments = syntax.ArgumentList?.Arguments.Count > 0,
            Initializer = syntax.Initializer,
        };
    }

    private static bool IsAwaiter(INamedTypeSymbol type) =>
        type.Name.EndsWith("Awaiter", StringComparison.Ordinal) && type.ContainingNamespace?.ToDisplayString() == "System.Runtime.CompilerServices";

    // Behind ?. the receiver has no text of its own: what stands for it will be put there.
    private bool TryHang(ExpressionSyntax link, int until)
    {
        switch (link)
        {
            case MemberAccessExpressionSyntax access:
                Receiver = access.Expression;
                return Hang(access.Expression.SpanStart, access.Expression.Span.End, until);
            case MemberBindingExpressionSyntax binding:
                return Hang(binding.SpanStart, binding.SpanStart, until);
            default:
                return false;
        }
    }

    private bool TryIndex(ExpressionSyntax link)
    {
        switch (link)
        {
            case ElementAccessExpressionSyntax element:
                Receiver = element.Expression;
                return Index(element.Expression.SpanStart, element.Expression.Span.End, element.ArgumentList);
            case ElementBindingExpressionSyntax binding:
                return Index(binding.SpanStart, binding.SpanStart, binding.ArgumentList);
            default:
                return false;
        }
    }

    private bool Index(int start, int end, BracketedArgumentListSyntax list)
    {
        HasArguments = true;
        if (Use == PatchUse.Get)
            End = list.CloseBracketToken.Span;
        return Hang(start, end, list.OpenBracketToken.Span.End);
    }

    private bool Hang(int start, int end, int until)
    {
        Prefix = new TextSpan(start, 0);
        Between = FromTo(end, until);
        return true;
    }

    private static TextSpan FromTo(int start, int end) => TextSpan.FromBounds(start, end);
}
