using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Says whether a span, another ref-like value or a ref is alive where a call returns: such a value cannot outlive a
/// yield. The answer errs on the side of yes, for a wrong no would be a compiler error in the twin.
/// </summary>
internal sealed class RefLikeValues
{
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    private readonly SyntaxNode _body;
    private readonly SemanticModel _model;
    private readonly RewrittenVariables _variables;
    private readonly Func<ExpressionSyntax, bool> _isReplaced;
    private readonly Lazy<List<LiveRange>> _locals;

    /// <param name="body">The body.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="variables">The variables that are objects in the twin.</param>
    /// <param name="isReplaced">Says of a call that opens a scope whether something else takes its place.</param>
    public RefLikeValues(SyntaxNode body, SemanticModel model, RewrittenVariables variables, Func<ExpressionSyntax, bool> isReplaced)
    {
        _isReplaced = isReplaced;
        _variables = variables;
        _body = body;
        _model = model;
        _locals = new Lazy<List<LiveRange>>(FindLocals);
    }

    // Before C# 13 an async method could not have such a local at all.
    private List<LiveRange> FindLocals()
    {
        List<LiveRange> locals = LiveRange.OfRefLikeLocals(_body, _model);
        locals.RemoveAll(r => r.Local is { DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && _isReplaced(value));
        bool areAllowed = _body.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: < CSharp13 };
        return areAllowed || (locals.Count == 0 && !_body.DescendantNodes().OfType<CommonForEachStatementSyntax>().Any(loop => IsRefLike(_model.GetForEachStatementInfo(loop).GetEnumeratorMethod?.ReturnType)))
            ? locals
            : [new LiveRange(null, 0, int.MaxValue)];
    }

    /// <summary>The locals of the body that cannot outlive a yield as they are.</summary>
    public IEnumerable<LiveRange> Locals => _locals.Value;

    /// <param name="call">The call that would be awaited.</param>
    /// <param name="isAsync">Says which nested functions become async themselves.</param>
    /// <param name="isAwaited">Says which calls around it are awaited too.</param>
    public bool AliveAcross(ExpressionSyntax call, Func<SyntaxNode, bool> isAsync, Func<ExpressionSyntax, bool> isAwaited)
    {
        if (AliveAt(call.Span.End))
            return true;

        SyntaxNode child = call;
        for (SyntaxNode? node = call.Parent; node is not null && child != _body && !isAsync(node); child = node, node = node.Parent)
        {
            if (IsHeldBy(node, child, isAwaited))
                return true;
        }

        return false;
    }

    /// <summary>Whether a local is alive at <paramref name="position"/>.</summary>
    public bool AliveAt(int position) => _locals.Value.Any(range =>
        !(range.Local is { } local && _variables.IsMemory(local)) && range.Start <= position && position < range.End);

    /// <summary>Whether <paramref name="node"/> holds a value while its part <paramref name="child"/> is evaluated.</summary>
    private bool IsHeldBy(SyntaxNode node, SyntaxNode child, Func<ExpressionSyntax, bool> isAwaited) => node switch
    {
        ForEachStatementSyntax loop => child == loop.Statement && IsRefLike(_model.GetForEachStatementInfo(loop).GetEnumeratorMethod?.ReturnType),
        ForEachVariableStatementSyntax loop => child == loop.Statement && IsRefLike(_model.GetForEachStatementInfo(loop).GetEnumeratorMethod?.ReturnType),
        UsingStatementSyntax { Expression: { } resource } @using => child == @using.Statement && IsRefLike(_model.GetTypeInfo(resource).Type) && !_isReplaced(resource),
        // A handler and a stack array are built piece by piece, while a collection waits until its elements are there.
        InterpolatedStringExpressionSyntax text => IsRefLike(_model.GetTypeInfo(text).ConvertedType),
        InterpolationSyntax hole => IsRefLike(TypeOf(hole.Expression)),
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => true,
        InitializerExpressionSyntax { Parent: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => true,
        InvocationExpressionSyntax invocation when child is ArgumentListSyntax => HoldsReceiver(invocation),
        BaseArgumentListSyntax arguments => HoldsArgument(arguments, child, isAwaited),
        AssignmentExpressionSyntax assignment => child == assignment.Right && !IsObject(assignment.Left) && (HoldsRef(assignment.Left) || IsRefLike(TypeOf(assignment.Left))),
        ExpressionSyntax expression => HoldsOperand(expression, child),
        _ => false,
    };

    private bool HoldsReceiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: { } receiver } && (HoldsInPlace(receiver) || IsMadeRefLike(receiver, call));

    // An extension method of spans makes one of an array.
    private bool IsMadeRefLike(ExpressionSyntax receiver, InvocationExpressionSyntax call) =>
        _model.FindOperation(call) is IInvocationOperation { Instance: null, Arguments: [{ Parameter.Type: { } type } first, ..] } &&
        IsRefLike(type) && !IsRefLike(TypeOf(receiver)) && receiver.Span.Contains(first.Value.Syntax.Span);

    private bool HoldsArgument(BaseArgumentListSyntax arguments, SyntaxNode child, Func<ExpressionSyntax, bool> isAwaited)
    {
        foreach (ArgumentSyntax argument in arguments.Arguments)
        {
            if (argument == child)
                return false;
            if (_variables.TakerOf(argument) is { } taker && isAwaited(taker))
                continue;
            if (IsRefLike(TypeOf(argument.Expression)) || IsRefLike(_model.GetTypeInfo(argument.Expression).ConvertedType))
                return true;
            if (HoldsRef(argument.Expression) && (!argument.RefKindKeyword.IsKind(SyntaxKind.None) || _variables.IsReadInPlace(argument)))
                return true;
        }

        return false;
    }

    private bool HoldsOperand(ExpressionSyntax expression, SyntaxNode child)
    {
        foreach (SyntaxNode operand in expression.ChildNodes())
        {
            if (operand == child)
                return false;
            if (operand is ExpressionSyntax value && !_variables.IsNamedAsMemory(value) && (IsRefLike(TypeOf(value)) || IsComparedAsRefLike(expression, value) || (expression is ElementAccessExpressionSyntax && HoldsInPlace(value))))
                return true;
        }

        return false;
    }

    // The operators of spans take arrays and strings.
    private bool IsComparedAsRefLike(ExpressionSyntax expression, ExpressionSyntax operand) =>
        expression is BinaryExpressionSyntax && IsRefLike(_model.GetTypeInfo(operand).ConvertedType);

    private bool HoldsInPlace(ExpressionSyntax receiver) =>
        !_variables.IsNamedAsMemory(receiver) && TypeOf(receiver) is { } type && (type.IsRefLikeType || (!type.IsReferenceType && HoldsRef(receiver)));

    /// <summary>Whether <paramref name="expression"/> names a place that is reached by a ref: a span's element, a ref local, a ref return.</summary>
    private bool HoldsRef(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return HoldsRef(parenthesized.Expression);
            case RefExpressionSyntax:
                return true;
            case TupleExpressionSyntax tuple:
                return tuple.Arguments.Any(a => HoldsRef(a.Expression));
        }

        switch (_model.GetSymbolInfo(expression).Symbol)
        {
            case ILocalSymbol { RefKind: not RefKind.None }:
            case ILocalSymbol or IParameterSymbol when _variables.IsReference(_model.GetSymbolInfo(expression).Symbol):
            case IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true }:
            case IPropertySymbol { RefKind: not RefKind.None }:
            case IFieldSymbol { RefKind: not RefKind.None }:
                return true;
        }

        return expression switch
        {
            MemberAccessExpressionSyntax access when TypeOf(access.Expression) is { IsReferenceType: false } => HoldsRef(access.Expression) || IsRefLike(TypeOf(access.Expression)),
            ElementAccessExpressionSyntax element when TypeOf(element.Expression) is { IsReferenceType: false } => HoldsRef(element.Expression) || IsRefLike(TypeOf(element.Expression)),
            ConditionalExpressionSyntax conditional => HoldsRef(conditional.WhenTrue) || HoldsRef(conditional.WhenFalse),
            _ => false,
        };
    }

    // What is assigned to such a variable goes through its object.
    private bool IsObject(ExpressionSyntax target) =>
        target is IdentifierNameSyntax && _model.GetSymbolInfo(target).Symbol is { } symbol && (_variables.IsReference(symbol) || _variables.IsMemory(symbol));

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type;

    private static bool IsRefLike(ITypeSymbol? type) => type is { IsRefLikeType: true } or ITypeParameterSymbol { AllowsRefLikeType: true };
}
