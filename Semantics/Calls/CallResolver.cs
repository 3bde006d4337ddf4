using CoGen.Semantics.Bodies;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Patches;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Decides what becomes of a call, wherever it stands: where <c>await</c> cannot stand is the body's affair.
/// The order is that of the one rule: rules, coroutines, exclusions, convention.
/// </summary>
public sealed class CallResolver
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly PatchedMembers _patched;
    private readonly ConventionTwins _convention;
    private readonly TwinArguments _arguments;
    private readonly PropertyTwins _properties;
    private readonly LinqLinks _linq;
    private readonly QueryChains _queries;
    private readonly AsyncLambdas _lambdas;
    private readonly AsyncXml _xml;
    private readonly Dictionary<SyntaxNode, CallVerdict> _verdicts = [];

    /// <param name="model">The model of the file that the calls stand in.</param>
    /// <param name="known">The known types of its compilation.</param>
    /// <param name="enclosing">The method that the calls stand in: it is never its own twin, and its token is passed on.</param>
    public CallResolver(SemanticModel model, KnownTypes known, IMethodSymbol? enclosing)
    {
        _model = model;
        _known = known;
        Memory = new MemoryArguments(model, known, enclosing);
        ReferenceArguments references = new(model, known, enclosing);
        _arguments = new TwinArguments(references, Memory, known);
        _properties = new PropertyTwins(model, known);
        _lambdas = new AsyncLambdas(model, known);
        _xml = new AsyncXml(model);
        _patched = new PatchedMembers(model, known, enclosing, _arguments, references, Memory, _lambdas, HoldsBlocking);
        TwinTokens tokens = new(model, known, enclosing);
        _convention = new ConventionTwins(model, known, enclosing, tokens, _arguments, _lambdas, HoldsBlocking);
        Sequences = new SequenceConsumers(model, known, VerdictOf, tokens.At, Forget);
        _queries = new QueryChains(model, known, Sequences, HoldsBlocking);
        Loops = new ExplicitLoops(model, new UnsaidTwins(model, known, _convention), new Disposals(model, known), Sequences);
        _linq = new LinqLinks(model, known, _lambdas, Sequences, HoldsBlocking);
    }

    /// <summary>What can be memory around the calls.</summary>
    internal MemoryArguments Memory { get; }

    /// <summary>What takes the values of sequences around the calls.</summary>
    internal SequenceConsumers Sequences { get; }

    /// <summary>The loops around the calls that are written out.</summary>
    internal ExplicitLoops Loops { get; }

    /// <summary>The verdict on an invocation, a property read or an object creation; any other operation is harmless.</summary>
    public CallVerdict Resolve(IOperation operation, CancellationToken cancellationToken)
    {
        // A chain asks for the verdicts of its links again and again.
        if (!_verdicts.TryGetValue(operation.Syntax, out CallVerdict? verdict) || operation is not IInvocationOperation)
            _verdicts[operation.Syntax] = verdict = Judge(operation, cancellationToken);
        return verdict;
    }

    private CallVerdict Judge(IOperation operation, CancellationToken cancellationToken)
    {
        if (_patched.Resolve(operation) is { } patched)
            return patched;

        return operation switch
        {
            IInvocationOperation invocation => ResolveInvocation(invocation, cancellationToken),
            IPropertyReferenceOperation property => _properties.ResolveUse(property, cancellationToken) ?? ResolveProperty(property),
            ISimpleAssignmentOperation assignment => _properties.ResolveWrite(assignment, cancellationToken) ?? CallVerdict.Harmless.Instance,
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation => _properties.ResolveChange(operation, cancellationToken) ?? CallVerdict.Harmless.Instance,
            IObjectCreationOperation { Constructor: { } constructor } => ByCatalog(constructor),
            _ => CallVerdict.Harmless.Instance,
        };
    }

    /// <summary>
    /// Whether a call of <paramref name="method"/> would block: it is a coroutine, in the catalog, or has a twin
    /// that fits by signature. For methods that are named at <paramref name="position"/> without being called.
    /// </summary>
    public bool Blocks(IMethodSymbol method, ITypeSymbol? receiverType, int position)
    {
        if (_known.IsCoroutine(method) || _known.Rules.FindBlocking(method, receiverType) is not null)
            return true;

        return _known.Rules.Find(method, receiverType) is not { Action: PatchAction.Leave } && HasNamesake(method, receiverType, position);
    }

    /// <summary>Whether a rule of a user's leaves alone what would block or be patched without it.</summary>
    internal bool IsVetoed(IOperation operation)
    {
        (ISymbol? member, ITypeSymbol? receiver) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Instance?.Type),
            IPropertyReferenceOperation property => (property.Property, property.Instance?.Type),
            IObjectCreationOperation creation => (creation.Constructor, null),
            _ => ((ISymbol?)null, (ITypeSymbol?)null),
        };
        return member is not null && _known.Rules.AreAgainst(member, receiver) && (PatchRules.BuiltIn.FindBlocking(member, receiver) is not null ||
            (member is IMethodSymbol method && HasNamesake(method, receiver, operation.Syntax.SpanStart)));
    }

    /// <summary>Whether the convention would find a twin that may be used.</summary>
    private bool HasNamesake(IMethodSymbol method, ITypeSymbol? receiverType, int position) =>
        !ConventionExclusions.Excludes(method, receiverType, out _) && _convention.Exists(method, receiverType, position);

    /// <summary>The chain that a query becomes; null where it stays.</summary>
    internal CallVerdict? Resolve(QueryExpressionSyntax query) => _queries.Resolve(query);

    private void Forget()
    {
        _verdicts.Clear();
        _queries.Forget();
    }

    private CallVerdict? VerdictOf(ExpressionSyntax expression, CancellationToken cancellationToken) => expression switch
    {
        QueryExpressionSyntax query => Resolve(query),
        InvocationExpressionSyntax when _model.FindOperation(expression, cancellationToken) is { } operation => Resolve(operation, cancellationToken),
        _ => null,
    };

    /// <summary>Whether anything in <paramref name="function"/> would be awaited.</summary>
    private bool HoldsBlocking(SyntaxNode function) => function.DescendantNodesAndSelf().Any(node => node switch
    {
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax => _model.FindOperation(node) is { } operation && Resolve(operation, CancellationToken.None) switch
        {
            CallVerdict.Patched { Patch.IsAwaited: true } => true,
            CallVerdict.Sequence => Sequences.ConsumerOf((ExpressionSyntax)node, CancellationToken.None, within: function) is not null,
            _ => false,
        },
        CommonForEachStatementSyntax loop => Awaits(loop, CancellationToken.None),
        _ => false,
    });

    /// <summary>Whether <paramref name="loop"/> waits for what it calls unsaid.</summary>
    internal bool Awaits(CommonForEachStatementSyntax loop, CancellationToken cancellationToken) =>
        Sequences.EnumerationTwinOf(loop, cancellationToken) is not null || Loops.Of(loop, cancellationToken) is { Loop: not null };

    /// <summary>Whether what reads or writes <paramref name="property"/> unsaid, in a pattern or an initializer, blocks.</summary>
    internal bool Blocks(IPropertySymbol property, CancellationToken cancellationToken) => _properties.Blocks(property, cancellationToken);

    private CallVerdict ResolveInvocation(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (CallSite.From(invocation) is not { } call || _known.IsSwitchedOff(call.Method) || ConditionalCalls.IsLeftOut(call.Method, call.Syntax.SyntaxTree))
            return CallVerdict.Harmless.Instance;

        if (FindTwinned(call.Method, call.IsOnBase, cancellationToken) is { } twinned)
        {
            CallVerdict verdict = ToGeneratedTwin(call, twinned, cancellationToken);
            return verdict is CallVerdict.Patched { Patch: var patch } && IteratorShape.Of(twinned, cancellationToken) is not null
                ? new CallVerdict.Sequence(patch)
                : verdict;
        }

        if (ZeroTimeout.IsIn(invocation))
            return CallVerdict.Harmless.Instance;
        if (_linq.Resolve(call) is { } link)
            return link;

        // The deny list is about the convention: what is tagged has a twin by intent.
        return (_known.IsCoroutine(call.Method) ? null : ConventionExclusions.Find(invocation)) switch
        {
            { Rule: DenyRule.Harmless } => CallVerdict.Harmless.Instance,
            { Rule: DenyRule.Blocks } denied => new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, denied.Because, KnownToBlock: true),
            { Rule: DenyRule.Keep } => ByCatalog(call.Method),
            { Rule: DenyRule.Async } when !_xml.IsSure(invocation) => ByCatalog(call.Method),
            _ => ByConvention(_convention.Resolve(call), call.Method),
        };
    }

    // Most properties do not block: the convention is asked only about those that are known to.
    private CallVerdict ResolveProperty(IPropertyReferenceOperation property)
    {
        bool isOurs = SymbolEqualityComparer.Default.Equals(property.Property.ContainingAssembly, _known.Co?.ContainingAssembly);
        bool isKnown = _known.Rules.FindBlocking(property.Property) is not null;
        if (property.Syntax is not ExpressionSyntax syntax || CallSite.NameOf(syntax) is not { } name || !(isOurs || isKnown))
            return CallVerdict.Harmless.Instance;
        if (syntax.Parent is AssignmentExpressionSyntax assignment && assignment.Left == syntax)
            return CallVerdict.Harmless.Instance;

        return ByConvention(_convention.Resolve(property, name, syntax), property.Property);
    }

    // What the catalog advises is more use than why a namesake does not fit.
    private CallVerdict ByConvention(CallVerdict? verdict, ISymbol symbol)
    {
        if (verdict is CallVerdict.Patched or CallVerdict.Sequence or CallVerdict.Unpatched { Reason: not UnpatchedReason.TwinDoesNotFit })
            return verdict;

        CallVerdict known = ByCatalog(symbol);
        return known is CallVerdict.Harmless ? verdict ?? known : known;
    }

    // The twin of a method of this compilation is not there yet for the generator: it cannot be bound, only be known of.
    private CallVerdict ToGeneratedTwin(CallSite call, IMethodSymbol twinned, CancellationToken cancellationToken)
    {
        if (call.IsOnBase && BaseCalls.ComesBack(twinned, _known, cancellationToken))
            return new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"the twin of '{twinned.ContainingType.Name}.{twinned.Name}' calls the override back", KnownToBlock: true);

        string name = CoroutineShape.PlanOf(twinned, _known, cancellationToken).Name;
        if (Rivals.Find(_model, _known, call, name) is { } rival)
            return new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"'{rival.ContainingType.Name}.{name}' could be bound in its place", KnownToBlock: true);

        if (ToAwaitingTwin(call, twinned, cancellationToken) is { } awaiting)
            return awaiting;

        if (TwinSignature.CallsOriginalBecause(call.Method.OriginalDefinition, _known) is { } because)
            return new CallVerdict.Unpatched(UnpatchedReason.TwinCallsOriginal, because, KnownToBlock: true);
        if (_arguments.TryPlan(call, p => TwinSignature.FormOf(p.OriginalDefinition, _known), out CallVerdict.Unpatched? obstacle) is not { } plan)
            return obstacle!.Reason == UnpatchedReason.TwinDoesNotFit ? obstacle with { Detail = $"'{call.Method.ContainingType.Name}.{name}' {obstacle.Detail}" } : obstacle;

        TextSpan identifier = call.Name.Identifier.Span;
        return new CallVerdict.Patched(new CallPatch(
            TwinOrigin.Coroutine, call.Syntax, $"{call.Method.ContainingType.Name}.{name}", null,
            plan.Opening.ToImmutable(), [.. plan.Closing, new TextEdit(identifier.Start, identifier.Length, Rivals.QualifierOf(_model, call.Name, call.Method, name) + name)])
        {
            Cast = Signatures.IsCovariant(call.Method) ? call.Method.ReturnType.ToMinimalDisplayString(_model, call.Syntax.SpanStart) : null,
            Variables = plan.Variables.ToImmutable(),
            AsIs = plan.AsIs.ToImmutable(),
            Passed = plan.Passed.ToImmutable(),
        });
    }

    /// <summary>The twin that awaits its delegates, for a call with a lambda that blocks; null where it does not do.</summary>
    private CallVerdict? ToAwaitingTwin(CallSite call, IMethodSymbol twinned, CancellationToken cancellationToken)
    {
        if (!call.Syntax.ArgumentList.Arguments.Any(a => a.Expression is AnonymousFunctionExpressionSyntax && HoldsBlocking(a.Expression)) ||
            AwaitedDelegates.Of(twinned, _known, cancellationToken) is not { IsEmpty: false } awaited)
        {
            return null;
        }

        string name = AwaitedDelegates.NameOf(twinned);
        TextSpan identifier = call.Name.Identifier.Span;
        List<TextEdit> edits = [new TextEdit(identifier.Start, identifier.Length, name)];
        List<SyntaxNode> functions = [];
        bool blocks = false;
        foreach (IArgumentOperation argument in call.Operation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter, Syntax: ArgumentSyntax syntax } || !awaited.Contains(parameter.Ordinal) ||
                syntax.Expression.IsKind(SyntaxKind.NullLiteralExpression))
            {
                continue;
            }

            if (AwaitedDelegates.AsyncTypeOf(parameter.Type, _known) is not { } async || _lambdas.Edit(syntax.Expression, async) is not { } header)
                return null;
            blocks |= HoldsBlocking(syntax.Expression);
            edits.AddRange(header);
            functions.Add(syntax.Expression);
        }

        return blocks && Rivals.Find(_model, _known, call.Syntax.SpanStart, call.ReceiverType ?? call.Method.ContainingType, name, call.Syntax.ArgumentList.Arguments.Count) is null
            ? new CallVerdict.Patched(new CallPatch(TwinOrigin.Coroutine, call.Syntax, $"{call.Method.ContainingType.Name}.{name}", null, [], [.. edits]) { AsyncFunctions = [.. functions] })
            : null;
    }

    /// <summary>The method of this compilation whose twin is called: the called one, or the nearest that it overrides, whose twin asks for overrides.</summary>
    private IMethodSymbol? FindTwinned(IMethodSymbol called, bool isOnBase, CancellationToken cancellationToken)
    {
        for (IMethodSymbol? method = called; method is not null; method = isOnBase ? null : method.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly) &&
                CoroutineShape.FormOf(method, _known, cancellationToken) != TwinForm.None)
            {
                return method;
            }
        }

        return null;
    }

    private CallVerdict ByCatalog(ISymbol symbol)
    {
        if (_known.Rules.FindBlocking(symbol) is { } entry)
            return new CallVerdict.Unpatched(UnpatchedReason.NoTwin, entry.Advice, KnownToBlock: true);
        if (symbol is IMethodSymbol method && _known.IsCoroutine(method))
            return new CallVerdict.Unpatched(UnpatchedReason.NoTwin, "Make it one that can have a twin", KnownToBlock: true);

        return CallVerdict.Harmless.Instance;
    }
}
