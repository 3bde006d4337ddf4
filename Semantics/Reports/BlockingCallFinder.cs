using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.PatchAll;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Reports;

/// <summary>
/// Finds every blocking call in the files of a user, coroutine or not. Those of CoGen's own that plain code makes are left out: they run the
/// coroutines of their thread meanwhile.
/// </summary>
public sealed class BlockingCallFinder
{
    private const string Vetoed = "it is excluded from patching";

    private readonly KnownTypes _known;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BlockingCall> _calls = [];

    private BlockingCallFinder(SyntaxTree tree, KnownTypes known, CancellationToken cancellationToken)
    {
        _known = known;
        _model = known.Compilation.GetSemanticModel(tree);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The calls in the order of the files and of their places.</summary>
    public static IEnumerable<BlockingCall> Find(KnownTypes known, CancellationToken cancellationToken) =>
        UserFiles.Of(known.Compilation, cancellationToken).SelectMany(tree => new BlockingCallFinder(tree, known, cancellationToken).Find(tree));

    private IEnumerable<BlockingCall> Find(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot(_cancellationToken);
        HashSet<SyntaxNode> coroutines = [];
        foreach (SyntaxNode node in BodyFactsReader.MembersOf(root))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ISymbol? declared = _model.GetDeclaredSymbol(node is ArrowExpressionClauseSyntax ? node.Parent! : node, _cancellationToken);
            if ((declared as IMethodSymbol ?? (declared as IPropertySymbol)?.GetMethod) is { } method && BodyDeclaration.Of(node) is { Body: { } body } &&
                CoroutineShape.HasTwin(method, _known, _cancellationToken))
            {
                coroutines.Add(body);
                AddCoroutine(method, node, body);
            }
        }

        AddPlain(root.DescendantNodes(n => !coroutines.Contains(n)).OfType<ExpressionSyntax>());
        return _calls.Distinct().OrderBy(static c => c.Line).ThenBy(static c => c.Column);
    }

    private void AddCoroutine(IMethodSymbol method, SyntaxNode declaration, SyntaxNode body)
    {
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(method, declaration, _model, _known, _cancellationToken);
        string? kept = analysis.Refusal is { } refusal ? $"the body cannot be repeated in the twin: {refusal.Detail}"
            : analysis.IsKept ? "the body cannot be repeated in the twin" : null;
        foreach (PatchedCall call in analysis.Patched)
        {
            if (kept is null)
                Add(call.Location, call.Symbol, method, StateOf(call.Patch), call.Patch.TwinName);
            else
                Add(call.Location, call.Symbol, method, BlockingCallState.Blocking, kept);
        }

        foreach (UnpatchedCall call in analysis.Unpatched)
            Add(call.Location, call.Symbol, method, BlockingCallState.Blocking, UnpatchedReasons.Describe(call));
        AddExcluded(method, body);
    }

    private static BlockingCallState StateOf(CallPatch patch) =>
        patch.Origin == TwinOrigin.Offload ? BlockingCallState.Offloaded : BlockingCallState.Patched;

    private void AddExcluded(IMethodSymbol method, SyntaxNode body)
    {
        CoroutineOptions options = _known.OptionsOf(method);
        CallResolver resolver = new(_model, _known, method);
        foreach (ExpressionSyntax node in body.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (CallAt(node) is not ({ } operation, { } symbol))
                continue;
            if (symbol is IMethodSymbol called && _known.IsSwitchedOff(called))
                Add(PlaceOf(node), symbol, method, BlockingCallState.Excluded, $"'{symbol.Name}' is tagged [Coroutine(IsEnabled = false)]");
            else if (options.Keeps(symbol) && Blocks(resolver, operation))
                Add(PlaceOf(node), symbol, method, BlockingCallState.Excluded, "it is named in KeepBlocking");
            else if (resolver.IsVetoed(operation))
                Add(PlaceOf(node), symbol, method, BlockingCallState.Excluded, Vetoed);
        }
    }

    private void AddPlain(IEnumerable<ExpressionSyntax> nodes)
    {
        ISymbol? enclosing = null;
        CallResolver? resolver = null;
        foreach (ExpressionSyntax node in nodes)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (CallAt(node) is not ({ } operation, { } symbol) || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _known.Co?.ContainingAssembly))
                continue;

            ISymbol? place = MemberAround(node);
            if (resolver is null || !SymbolEqualityComparer.Default.Equals(place, enclosing))
            {
                enclosing = place;
                resolver = new CallResolver(_model, _known, place as IMethodSymbol);
            }

            if (resolver.IsVetoed(operation))
            {
                Add(PlaceOf(node), symbol, enclosing, BlockingCallState.Excluded, Vetoed);
                continue;
            }

            if (!Blocks(resolver, operation))
                continue;
            (BlockingCallState state, string because) = WhyPlain(enclosing as IMethodSymbol);
            Add(PlaceOf(node), symbol, enclosing, state, because);
        }
    }

    private (BlockingCallState State, string Because) WhyPlain(IMethodSymbol? method)
    {
        if (method is null)
            return (BlockingCallState.Blocking, "it is no part of a method");
        if (_known.IsSwitchedOff(method))
            return (BlockingCallState.Excluded, "its method is tagged [Coroutine(IsEnabled = false)]");
        if (_known.IsLeftOut(method))
            return (BlockingCallState.Excluded, "PatchAll leaves its method out");
        if (SymbolEqualityComparer.Default.Equals(method, _known.Compilation.GetEntryPoint(_cancellationToken)))
            return (BlockingCallState.Blocking, "its method is the entry point, which is plain code");
        if (CoroutineShape.FindHandWritten(method, _known) is { } twin)
            return (BlockingCallState.Blocking, $"its method has a hand-written twin, '{twin.Name}'");

        ShapeRefusal? refusal = CoroutineShape.Judge(method, _known, _cancellationToken).OrderBy(static r => r.Kind == ShapeRefusalKind.ContainingTypeNotPartial).FirstOrDefault();
        return (BlockingCallState.Blocking, refusal is not null && (refusal.Kind != ShapeRefusalKind.ContainingTypeNotPartial || _known.IsTagged(method) || _known.PatchAll is not null)
            ? $"its method can be no coroutine: {refusal.Detail}"
            : "its method is no coroutine");
    }

    private bool Blocks(CallResolver resolver, IOperation operation) =>
        resolver.Resolve(operation, _cancellationToken) is CallVerdict.Patched { Patch.IsAwaited: true } or CallVerdict.Sequence { Patch.IsLink: false } or CallVerdict.Unpatched { KnownToBlock: true };

    private (IOperation? Operation, ISymbol? Symbol) CallAt(ExpressionSyntax node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax:
            case MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } or ElementAccessExpressionSyntax or MemberBindingExpressionSyntax:
            case IdentifierNameSyntax { Parent: not (MemberAccessExpressionSyntax or InvocationExpressionSyntax or MemberBindingExpressionSyntax or NameColonSyntax) }:
                return _model.FindOperation(node, _cancellationToken) switch
                {
                    IInvocationOperation { TargetMethod.MethodKind: not (MethodKind.DelegateInvoke or MethodKind.LocalFunction) } call => (call, call.TargetMethod),
                    IPropertyReferenceOperation property => PropertyUses.Of(node, _model) == PropertyUse.Written && node.Parent is { } write
                        ? (_model.FindOperation(write, _cancellationToken), property.Property)
                        : (property, property.Property),
                    IObjectCreationOperation { Constructor: { } constructor } creation => (creation, constructor),
                    _ => default,
                };
            default:
                return default;
        }
    }

    // Functions inside a body are parts of its member.
    private ISymbol? MemberAround(SyntaxNode node)
    {
        ISymbol? symbol = _model.GetEnclosingSymbol(node.SpanStart, _cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    private void Add(Location location, ISymbol symbol, ISymbol? caller, BlockingCallState state, string detail)
    {
        FileLinePositionSpan span = location.GetMappedLineSpan();
        _calls.Add(new BlockingCall(
            span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, NameOf(symbol),
            caller?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "", state, detail));
    }

    private static Location PlaceOf(ExpressionSyntax node) => (node switch
    {
        InvocationExpressionSyntax invocation => CallSite.NameOf(invocation.Expression) ?? invocation.Expression,
        _ => CallSite.NameOf(node) ?? node,
    }).GetLocation();

    private static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? "new " + member.ContainingType.Name
        : $"{member.ContainingType?.Name}.{((member as IMethodSymbol)?.AssociatedSymbol ?? member).Name}";
}
