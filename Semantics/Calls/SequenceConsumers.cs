using CoGen.Semantics.Bodies;
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
    private readonly Func<SyntaxNode, string?> _tokenAt;

    /// <param name="model">The model of the file.</param>
    /// <param name="known">The known types.</param>
    /// <param name="verdictOf">The verdict on a call; null for what is none.</param>
    /// <param name="tokenAt">What a twin is given to be cancelled by, at a place; null where there is nothing.</param>
    /// <param name="forget">Drops all verdicts that were given so far.</param>
    public SequenceConsumers(SemanticModel model, KnownTypes known, Func<ExpressionSyntax, CancellationToken, CallVerdict?> verdictOf, Func<SyntaxNode, string?> tokenAt, Action forget)
    {
        _model = model;
        _known = known;
        _verdictOf = verdictOf;
        _tokenAt = tokenAt;
        Held = new HeldSequences(model, this, forget);
    }

    /// <summary>The locals that hold sequences.</summary>
    public HeldSequences Held { get; }

    /// <summary>Whether <paramref name="expression"/> is a call whose values can be awaited one by one.</summary>
    public bool IsSequence(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;

        return _verdictOf(expression, cancellationToken) is CallVerdict.Sequence || Held.ValueOf(expression) is not null;
    }

    /// <summary>Whether the values of <paramref name="expression"/> are those of ordinary asynchronous code.</summary>
    public bool IsForeign(ExpressionSyntax expression) => _verdictOf(expression, CancellationToken.None) is CallVerdict.Sequence { Patch.IsForeign: true };

    /// <summary>Whether <paramref name="expression"/> gives values one by one, front to back: a call of an iterator, and no LINQ.</summary>
    public bool IsIterator(ExpressionSyntax expression) => _verdictOf(expression, CancellationToken.None) is CallVerdict.Sequence { Patch.IsLink: false } || IsOfRuntime(expression);

    /// <summary>Whether <paramref name="expression"/> is a sequence of CoGen's own, which is to be awaited by whoever takes its values.</summary>
    public bool IsOfRuntime(ExpressionSyntax expression) => AwaitableSequences.IsOfRuntime(_model.GetTypeInfo(expression).Type, _known);

    /// <summary>
    /// What awaits the values of <paramref name="sequence"/>: the loop over it, by its source, or the last call of the chain of LINQ that it
    /// is in; itself where a local holds it. Null when nothing here does, or nothing in <paramref name="within"/>.
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
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                return Held.IsHeldBy(declarator) ? sequence : null;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax link } access when access.Expression == outer && link.Expression == access:
                return ConsumerOfLink(link, cancellationToken, within);
            case LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax link } } lambda
                when lambda != within && lambda.ExpressionBody == outer && CallSite.NameOf(link.Expression)?.Identifier.ValueText == "SelectMany":
                return ConsumerOfLink(link, cancellationToken, within);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax link } argument
                when _model.FindOperation(argument, cancellationToken) is IArgumentOperation { Parameter: { } parameter } && LinqLinks.TakesSequence(parameter) &&
                    ConsumerOfLink(link, cancellationToken, within) is { } consumer:
                return consumer;
            case FromClauseSyntax or JoinClauseSyntax when outer.Parent.FirstAncestorOrSelf<QueryExpressionSyntax>() is { } query:
                return _verdictOf(query, cancellationToken) is CallVerdict.Sequence { Patch: { } chain } && IsSourceIn(chain, outer) ? ConsumerOf(query, cancellationToken, within) : null;
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
        if (sequence.Parent is not ArgumentSyntax argument || _model.FindOperation(argument, cancellationToken) is not IArgumentOperation { Parameter: { } parameter } || !LinqLinks.TakesSequence(parameter))
            return false;

        return parameter.ContainingSymbol is IMethodSymbol method && (method.ContainingType.SpecialType == SpecialType.System_String
            ? method.Name is "Join" or "Concat"
            : method is { MethodKind: MethodKind.Constructor, ContainingType: { Name: "List" or "HashSet" or "Queue" or "Stack" or "SortedSet" or "LinkedList", ContainingNamespace.Name: "Generic" } } && argument.Parent?.Parent is ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax);
    }

    /// <summary>The <c>GetEnumerator</c> that <paramref name="loop"/> calls unsaid and its twin, where the values of the object itself are awaited; else null.</summary>
    public (IMethodSymbol Symbol, CallPatch Patch)? EnumerationTwinOf(CommonForEachStatementSyntax loop, CancellationToken cancellationToken)
    {
        ForEachStatementInfo info = _model.GetForEachStatementInfo(loop);
        if (!loop.AwaitKeyword.IsKind(SyntaxKind.None) || info.GetEnumeratorMethod is not { IsExtensionMethod: false } method || IsSequence(loop.Expression, cancellationToken))
            return null;

        bool isTagged = _known.IsCoroutine(method);
        bool isOurs = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly);
        if (isTagged && (isOurs ? CoroutineShape.HasTwin(method, _known, cancellationToken) && IteratorShape.Of(method, cancellationToken) is not null : HasSequenceTwin(method)))
            return (method, new CallPatch(TwinOrigin.Coroutine, loop.Expression, $"{method.ContainingType.Name}.GetAsyncEnumerator", null, [], []));

        ITypeSymbol? type = _model.GetTypeInfo(loop.Expression, cancellationToken).Type;
        if (isTagged || loop is ForEachStatementSyntax { Type: RefTypeSyntax } || AwaitableSequences.Of(type, _known) is not var (element, takesToken) || !Signatures.AreEqual(element, info.ElementType))
            return null;

        CallPatch patch = new(TwinOrigin.Convention, loop.Expression, $"{type!.Name}.GetAsyncEnumerator", null, [], []);
        return (method, takesToken && _tokenAt(loop.Expression) is { } token ? WithToken(patch, token) : patch);
    }

    /// <summary>The edits of <paramref name="patch"/>, with a token for what has no parameter for one.</summary>
    public static CallPatch WithToken(CallPatch patch, string token) => patch with
    {
        Opening = patch.Opening.Insert(0, TextEdit.Insert(patch.Call.SpanStart, "global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.WithCancellation(")),
        Closing = patch.Closing.Add(TextEdit.Insert(patch.Call.Span.End, $", {token})")),
    };

    private ExpressionSyntax? ConsumerOfLink(InvocationExpressionSyntax link, CancellationToken cancellationToken, SyntaxNode? within) => _verdictOf(link, cancellationToken) switch
    {
        CallVerdict.Patched { Patch.IsLink: true } => link,
        CallVerdict.Sequence { Patch.IsLink: true } => ConsumerOf(link, cancellationToken, within),
        _ => null,
    };

    // In a later from that is an async function, what its expression gives is taken as it is.
    private static bool IsSourceIn(CallPatch chain, ExpressionSyntax source) => source.Parent switch
    {
        JoinClauseSyntax join => join.InExpression == source,
        FromClauseSyntax from => !chain.AsyncFunctions.Contains(from),
        _ => false,
    };

    private bool HasSequenceTwin(IMethodSymbol method) => method.ContainingType.GetMembers("GetAsyncEnumerator")
        .Any(member => member is IMethodSymbol { Parameters.IsEmpty: true } twin && _known.IsTwin(twin) && Signatures.SequenceFits(method, twin, _known));
}
