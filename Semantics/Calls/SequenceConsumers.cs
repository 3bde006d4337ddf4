using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>Finds what takes the values of a sequence: who awaits them one by one must be in sight of the call that returns it.</summary>
internal sealed class SequenceConsumers
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly Func<ExpressionSyntax, CancellationToken, CallVerdict?> _verdictOf;

    /// <param name="model">The model of the file.</param>
    /// <param name="known">The known types.</param>
    /// <param name="verdictOf">The verdict on a call; null for what is none.</param>
    public SequenceConsumers(SemanticModel model, KnownTypes known, Func<ExpressionSyntax, CancellationToken, CallVerdict?> verdictOf)
    {
        _model = model;
        _known = known;
        _verdictOf = verdictOf;
    }

    /// <summary>Whether <paramref name="expression"/> is a call whose values can be awaited one by one.</summary>
    public bool IsSequence(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;

        return _verdictOf(expression, cancellationToken) is CallVerdict.Sequence;
    }

    /// <summary>Whether <paramref name="expression"/> is a call of an iterator, and no LINQ.</summary>
    public bool IsIterator(ExpressionSyntax expression) => _verdictOf(expression, CancellationToken.None) is CallVerdict.Sequence { Patch.IsLink: false };

    /// <summary>
    /// What awaits the values of <paramref name="sequence"/>: the loop over it, by its source, or the last call of the chain of LINQ that it
    /// is in. Null when nothing here does, or nothing in <paramref name="within"/>.
    /// </summary>
    public ExpressionSyntax? ConsumerOf(ExpressionSyntax sequence, CancellationToken cancellationToken, SyntaxNode? within = null)
    {
        ExpressionSyntax outer = sequence;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
            outer = parenthesized;

        switch (outer.Parent)
        {
            case CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == outer:
                return sequence;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax link } access when access.Expression == outer && link.Expression == access:
                return ConsumerOfLink(link, cancellationToken, within);
            case LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax link } } lambda
                when lambda != within && lambda.ExpressionBody == outer && CallSite.NameOf(link.Expression)?.Identifier.ValueText == "SelectMany":
                return ConsumerOfLink(link, cancellationToken, within);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax link } argument
                when _model.GetOperation(argument, cancellationToken) is IArgumentOperation { Parameter: { } parameter } && LinqLinks.TakesSequence(parameter) &&
                    ConsumerOfLink(link, cancellationToken, within) is { } consumer:
                return consumer;
            default:
                return IsTakenWhole(outer, cancellationToken) ? sequence : null;
        }
    }

    /// <summary>Whether what takes <paramref name="sequence"/> does nothing but collect its values, so that it may as well be given a list.</summary>
    public bool IsTakenWhole(ExpressionSyntax sequence, CancellationToken cancellationToken)
    {
        if (sequence.Parent is ParenthesizedExpressionSyntax outer)
            return IsTakenWhole(outer, cancellationToken);
        if (_known.AsyncLinq is null)
            return false;
        if (sequence.Parent is SpreadElementSyntax)
            return true;
        if (sequence.Parent is not ArgumentSyntax argument || _model.GetOperation(argument, cancellationToken) is not IArgumentOperation { Parameter: { } parameter } || !LinqLinks.TakesSequence(parameter))
            return false;

        return parameter.ContainingSymbol is IMethodSymbol method && (method.ContainingType.SpecialType == SpecialType.System_String
            ? method.Name is "Join" or "Concat"
            : method is { MethodKind: MethodKind.Constructor, ContainingType: { Name: "List" or "HashSet" or "Queue" or "Stack" or "SortedSet" or "LinkedList", ContainingNamespace.Name: "Generic" } } && argument.Parent?.Parent is ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax);
    }

    /// <summary>The tagged <c>GetEnumerator</c> that <paramref name="loop"/> calls unsaid, and its twin; null where there is none.</summary>
    public (IMethodSymbol Symbol, CallPatch Patch)? HasEnumerationTwin(CommonForEachStatementSyntax loop, CancellationToken cancellationToken)
    {
        if (_model.GetForEachStatementInfo(loop).GetEnumeratorMethod is not { IsExtensionMethod: false } method || !_known.IsCoroutine(method))
            return null;

        bool isOurs = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly);
        if (isOurs ? !CoroutineShape.HasTwin(method, _known, cancellationToken) || IteratorShape.Of(method, cancellationToken) is null : !HasSequenceTwin(method))
            return null;

        return (method, new CallPatch(TwinOrigin.Coroutine, loop.Expression, $"{method.ContainingType.Name}.GetAsyncEnumerator", null, [], []));
    }

    private ExpressionSyntax? ConsumerOfLink(InvocationExpressionSyntax link, CancellationToken cancellationToken, SyntaxNode? within) => _verdictOf(link, cancellationToken) switch
    {
        CallVerdict.Patched { Patch.IsLink: true } => link,
        CallVerdict.Sequence { Patch.IsLink: true } => ConsumerOf(link, cancellationToken, within),
        _ => null,
    };

    private bool HasSequenceTwin(IMethodSymbol method) => method.ContainingType.GetMembers("GetAsyncEnumerator")
        .Any(member => member is IMethodSymbol { Parameters.IsEmpty: true } twin && _known.IsTwin(twin) && Signatures.SequenceFits(method, twin, _known));
}
