using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Patches;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Collects the edits of one body. What goes in front of a call is added before the calls inside it are visited, what
/// follows afterwards: so edits at one place keep the order of their text.
/// </summary>
internal sealed partial class BodyWalker : CSharpSyntaxWalker
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly CancellationToken _cancellationToken;
    private readonly CallResolver _resolver;
    private readonly Disposals _disposals;
    private readonly EntryArguments _entries;
    private readonly ConditionalChains _chains;
    private readonly AwaitPlaces _places;
    private readonly FreshNames _names;
    private readonly NestedFunctions _functions;
    private readonly RewrittenVariables _variables;
    private readonly UnpatchedReason? _obstacle;
    private readonly string? _lock;
    private readonly IMethodSymbol _method;
    private readonly SyntaxNode _body;
    private readonly CoroutineOptions _options;
    private readonly ImmutableArray<int> _awaited;
    private readonly List<TextEdit> _edits = [];
    private readonly ImmutableArray<PatchedCall>.Builder _patched = ImmutableArray.CreateBuilder<PatchedCall>();
    private readonly ImmutableArray<UnpatchedCall>.Builder _unpatched = ImmutableArray.CreateBuilder<UnpatchedCall>();

    public BodyWalker(IMethodSymbol method, SyntaxNode body, SemanticModel model, KnownTypes known, CancellationToken cancellationToken, ImmutableArray<int> awaited = default)
    {
        _awaited = awaited.IsDefault ? [] : awaited;
        _model = model;
        _known = known;
        _cancellationToken = cancellationToken;
        _resolver = new CallResolver(model, known, method);
        _disposals = new Disposals(model, known);
        _entries = new EntryArguments(known);
        _chains = new ConditionalChains(model);
        _names = new FreshNames(body);
        _body = body;
        _options = known.OptionsOf(method);
        _method = method;
        _variables = new RewrittenVariables(method, body, model, known, _resolver.Memory);
        RefLikeValues refLike = new(body, model, _variables, IsReplacedScope);
        RequireVariables(refLike);
        _obstacle = WholeBody.ObstacleTo(method, body, model, known, _resolver.Memory);
        _places = new AwaitPlaces(body, model, known, _chains, refLike, _obstacle);
        _functions = new NestedFunctions([.. NestedFunction.FindIn(body, model, known), .. NestedFunction.ArgumentsIn(body, model, _resolver, cancellationToken)], FindBlockingCalls, _places);
        _edits.AddRange(_functions.Edits);
        foreach ((IMethodSymbol named, ExpressionSyntax name) in _functions.Named)
            _patched.Add(new PatchedCall(named, new CallPatch(TwinOrigin.Coroutine, name, $"{named.ContainingType.Name}.{CoroutineShape.TwinNameOf(named, known)}", null, [], []) { IsAwaited = false }, LocationOf(name)));
        _lock = _obstacle is null && WholeBody.LockOf(method, body, model, known) is { } call ? call : null;
        if (_lock is not null && known.MonitorEnter is { } enter)
            _patched.Add(new PatchedCall(enter, new CallPatch(TwinOrigin.Catalog, SyntaxFactory.ThisExpression(), "CoMonitor.EnterAsync", null, [], []), method.Locations.FirstOrDefault() ?? Location.None));
    }

    public CoroutineAnalysis ToAnalysis()
    {
        return new CoroutineAnalysis(
            [.. _edits.OrderBy(static e => e.Start).Select(KeepLines)],
            _patched.ToImmutable(),
            [.. _unpatched.Where(call => !IsInLifted(call.Location))],
            Refusal: null)
        {
            Prologue = MoveParameters() + (_lock is null ? "" : $" using (await {_lock}) {{"),
            Epilogue = _lock is null ? "" : "}",
            IsKept = _obstacle is not null,
        };
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        IOperation? operation = _model.FindOperation(node, _cancellationToken);
        if (operation is INameOfOperation)
        {
            VisitNameOf(node);
            return;
        }

        if (operation is IInvocationOperation invocation)
        {
            _edits.AddRange(_entries.EditsOf(invocation.Arguments, _cancellationToken));
            TellIfTaken(invocation);
            VisitCall(node, invocation, invocation.TargetMethod, () => base.VisitInvocationExpression(node));
        }
        else
        {
            base.VisitInvocationExpression(node);
        }
    }

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
        VisitProperty(node, () => VisitReceiver(node.Expression, TypeOfCopy(node), () => base.VisitMemberAccessExpression(node)));

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        VisitHeld(node);
        if (!TryVisitVariable(node) && !TryVisitParamsSpan(node) && node.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or InvocationExpressionSyntax))
            VisitProperty(node, static () => { });
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        VisitCreation(node, () => base.VisitObjectCreationExpression(node));

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        VisitCreation(node, () => base.VisitImplicitObjectCreationExpression(node));

    public override void VisitTypeOfExpression(TypeOfExpressionSyntax node)
    {
    }

    private void VisitProperty(ExpressionSyntax node, Action visitParts)
    {
        if (_model.FindOperation(node, _cancellationToken) is IPropertyReferenceOperation property)
            VisitCall(node, property, property.Property, visitParts);
        else
            visitParts();
    }

    private void VisitCreation(ExpressionSyntax node, Action visitParts)
    {
        if (_model.FindOperation(node, _cancellationToken) is IObjectCreationOperation { Constructor: { } constructor } creation)
        {
            _edits.AddRange(_entries.EditsOf(creation.Arguments, _cancellationToken));
            VisitCall(node, creation, constructor, visitParts);
        }
        else
        {
            visitParts();
        }
    }

    private void VisitCall(ExpressionSyntax node, IOperation operation, ISymbol symbol, Action visitParts)
    {
        if (node is InvocationExpressionSyntax call && (_functions.IsAwaited(call) || IsOfAwaitedDelegate(operation)))
        {
            VisitPatched(new CallPatch(TwinOrigin.Coroutine, call, symbol.Name, null, [], []));
            return;
        }

        if (_options.Keeps(symbol))
        {
            visitParts();
            return;
        }

        switch (_resolver.Resolve(operation, _cancellationToken))
        {
            case CallVerdict.Patched { Patch: { } patch }:
                if (patch.IsAwaited && _places.ObstacleAt(node, _functions.IsAsync) is { } obstacle)
                    Leave(obstacle, "", knownToBlock: true);
                else
                    VisitPatched(patch);
                break;
            case CallVerdict.Sequence { Patch: { } patch }:
                if (IsConsumed(node))
                    VisitSequence(node, patch, () => VisitTwin(patch, isSequence: true));
                else if (patch.IsLink)
                    visitParts();
                else
                    Leave(UnpatchedReason.SequenceOutOfLoop, "", knownToBlock: true);
                break;
            case CallVerdict.Unpatched unpatched:
                Leave(unpatched.Reason, unpatched.Detail, unpatched.KnownToBlock);
                break;
            default:
                visitParts();
                PassCallerInfo(node, operation, patch: null);
                break;
        }

        void Leave(UnpatchedReason reason, string detail, bool knownToBlock)
        {
            _unpatched.Add(new UnpatchedCall(symbol, reason, detail, knownToBlock, LocationOf(node)));
            visitParts();
            PassCallerInfo(node, operation, patch: null);
        }

        void VisitPatched(CallPatch patch)
        {
            // A name from the root has colons, which would end the hole of a string.
            bool isFromRoot = patch.Opening.Any(static e => e.NewText.Contains("::")) || patch.Closing.Any(static e => e.NewText.Contains("::"));
            bool parenthesized = (NeedsParentheses(node) && patch.IsAwaited) || patch.Cast is not null || ((patch.IsLink || isFromRoot) && IsInHole(node));
            int place = _edits.Count;
            _edits.Add(default);
            VisitTwin(patch);
            if (!patch.IsAwaited)
            {
                _edits[place] = TextEdit.Insert(node.SpanStart, patch.Label + (parenthesized ? "(" : ""));
                if (parenthesized)
                    _edits.Add(TextEdit.Insert(node.Span.End, ")"));
                return;
            }

            string lead = InterpolationHoles.LeadOf(node, _edits.Skip(place + 1).FirstOrDefault(e => e.Start == node.SpanStart && e.NewText.Length > 0).NewText, _model.Compilation);
            _edits[place] = TextEdit.Insert(node.SpanStart, $"{patch.Label}{(parenthesized ? "(" : "")}{(patch.Cast is { } cast ? $"({cast})" : "")}await {lead}");
            if (lead.Length > 0)
                _edits.Add(TextEdit.Insert(node.Span.End, ")"));
            if (parenthesized)
                _edits.Add(TextEdit.Insert(node.Span.End, ")"));
        }

        void VisitTwin(CallPatch patch, bool isSequence = false)
        {
            _patched.Add(new PatchedCall(symbol, patch, LocationOf(node)) { IsSequence = isSequence });
            _edits.AddRange(patch.Opening);
            _asIs.UnionWith(patch.AsIs);
            visitParts();
            _edits.AddRange(patch.Closing);
            PassCallerInfo(node, operation, patch);
        }
    }

    // Which variables become objects is settled before anything else: by the calls that could be patched, whatever may yet keep them.
    private void RequireVariables(RefLikeValues refLike)
    {
        LiveRange[] spans = [.. refLike.Locals.Where(r => r.Local is { } local && _resolver.Memory.LocalsAround(_body).Contains(local))];
        if (spans.Length == 0 && !_variables.Any &&
            !_body.DescendantNodes().Any(static n => n is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 }))
            return;

        foreach (SyntaxNode node in _body.DescendantNodes())
        {
            if (IsUse(node) &&
                _model.FindOperation(node, _cancellationToken) is { } operation && _resolver.Resolve(operation, _cancellationToken) is { } verdict && PatchOf(verdict) is { } patch)
            {
                _variables.Require(patch);
                foreach (LiveRange span in spans)
                {
                    if (span.Start <= node.Span.End && node.Span.End < span.End)
                        _variables.Require(span.Local!);
                }
            }
        }
    }

    private static CallPatch? PatchOf(CallVerdict verdict) => verdict switch
    {
        CallVerdict.Patched patched => patched.Patch,
        CallVerdict.Sequence sequence => sequence.Patch,
        _ => null,
    };

    private bool IsOfAwaitedDelegate(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } parameter } } &&
        _awaited.Contains(parameter.Ordinal);

    // A colon outside of parentheses would end the hole of a string.
    private static bool IsInHole(ExpressionSyntax node) =>
        node.Ancestors().TakeWhile(static n => n is not (StatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static n => n is InterpolationSyntax);

    private bool IsReplacedScope(ExpressionSyntax call) =>
        ScopeUses.IsScope(call, _model) && _model.FindOperation(call, _cancellationToken) is { } operation && _resolver.Resolve(operation, _cancellationToken) is CallVerdict.Patched;

    private static bool IsUse(SyntaxNode node) => node is
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or
        AssignmentExpressionSyntax or IdentifierNameSyntax or BaseObjectCreationExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax;

    private IEnumerable<ExpressionSyntax> FindBlockingCalls()
    {
        foreach (ExpressionSyntax node in _body.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (node is QueryExpressionSyntax query && _resolver.Resolve(query) is not null)
                yield return node;
            if (node.Parent is LockStatementSyntax || (node.Parent is CommonForEachStatementSyntax loop && loop.Expression == node && _resolver.Awaits(loop, _cancellationToken)))
                yield return node;
            if (IsUse(node) &&
                _model.FindOperation(node, _cancellationToken) is { } operation && _resolver.Resolve(operation, _cancellationToken) is CallVerdict.Patched { Patch.IsAwaited: true } or CallVerdict.Sequence)
            {
                yield return node;
            }
        }
    }

    // A local function with a twin of its own is judged with that: what is left of it here is called by nobody that could call the twin.
    private bool IsInLifted(Location call) => _body.FindNode(call.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().TakeWhile(n => n != _body).OfType<LocalFunctionStatementSyntax>()
        .Any(local => _model.GetDeclaredSymbol(local, _cancellationToken) is IMethodSymbol function && CoroutineShape.HasTwin(function, _known, _cancellationToken));

    // The twin has as many lines as the original, or the debugger would point beside the mark.
    private TextEdit KeepLines(TextEdit edit)
    {
        if (edit.Length == 0)
            return edit;

        string replaced = _model.SyntaxTree.GetText(_cancellationToken).ToString(new TextSpan(edit.Start, edit.Length));
        return edit with { NewText = edit.NewText + new string('\n', replaced.Count(static c => c == '\n')) };
    }

    // await binds less tightly than a primary expression, and tighter than all else.
    private static bool NeedsParentheses(ExpressionSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        ElementAccessExpressionSyntax element => element.Expression == node,
        InvocationExpressionSyntax invocation => invocation.Expression == node,
        ConditionalAccessExpressionSyntax conditional => conditional.Expression == node,
        PostfixUnaryExpressionSyntax => true,
        _ => false,
    };

    private static Location LocationOf(ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax invocation => (CallSite.NameOf(invocation.Expression) ?? invocation.Expression).GetLocation(),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        AssignmentExpressionSyntax assignment => LocationOf(assignment.Left),
        _ => node.GetLocation(),
    };
}
