using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Patches;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Finds the twin of a blocking method by the convention: a method called <c>FooAsync</c> that fits. A fit by
/// signature is only a candidate; what counts is that the edited call binds to it.
/// </summary>
internal sealed class ConventionTwins
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly IMethodSymbol? _enclosing;
    private readonly SpanArguments _spans;
    private readonly TwinArguments _arguments;
    private readonly AsyncLambdas _lambdas;
    private readonly Func<SyntaxNode, bool> _blocks;
    private readonly ExtensionTwins _extensions;
    private readonly TwinTokens _tokens;

    public ConventionTwins(
        SemanticModel model, KnownTypes known, IMethodSymbol? enclosing, TwinTokens tokens, TwinArguments arguments, AsyncLambdas lambdas, Func<SyntaxNode, bool> blocks)
    {
        _tokens = tokens;
        _arguments = arguments;
        _lambdas = lambdas;
        _blocks = blocks;
        _model = model;
        _known = known;
        _enclosing = enclosing;
        _spans = new SpanArguments(model, known);
        _extensions = new ExtensionTwins(model, known, _spans);
    }

    /// <summary>Null when nothing is called <c>FooAsync</c>.</summary>
    public CallVerdict? Resolve(CallSite call)
    {
        List<TwinFit> fits = Find(call.Method, call.ReceiverType, call.Syntax.SpanStart, call.IsOnBase, out string? mismatch, out bool bypassed);
        if (fits.Any(static f => !f.Delegates.IsEmpty) && call.Syntax.ArgumentList.Arguments.Any(a => a.Expression is AnonymousFunctionExpressionSyntax && _blocks(a.Expression)))
            fits = [.. fits.OrderBy(static f => f.Delegates.IsEmpty ? 1 : 0)];
        foreach (TwinFit fit in fits)
        {
            if (TryPatch(call, fit, out string why, out CallVerdict.Unpatched? obstacle) is { } patch)
                return fit.IsSequence ? new CallVerdict.Sequence(patch) : new CallVerdict.Patched(patch);
            if (obstacle is { Reason: UnpatchedReason.ReferenceDoesNotLast })
                return obstacle;
            mismatch = $"'{NameOf(fit.Twin)}' {why}";
        }

        if (call.IsReducedExtension && ResolveElsewhere(call, ref mismatch) is { } elsewhere)
            return elsewhere;
        return mismatch is null ? null : new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, mismatch, KnownToBlock: bypassed);
    }

    // An extension whose twin does not stand beside it.
    private CallVerdict? ResolveElsewhere(CallSite call, ref string? mismatch)
    {
        TwinFit[] fits = [.. _extensions.Find(call, CoroutineShape.TwinNameOf(call.Method, _known)).Where(f => !IsOutOfQuestion(f.Twin)).OrderBy(Rank)];
        if (fits.Select(static f => f.Twin.ContainingType).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Count() > 1)
        {
            mismatch = $"'{NameOf(fits[0].Twin)}' and '{NameOf(fits.First(f => !Signatures.AreEqual(f.Twin.ContainingType, fits[0].Twin.ContainingType)).Twin)}' could both take its place";
            return null;
        }

        foreach (TwinFit fit in fits)
        {
            if (TryPatch(call, fit, out string why, out _) is { } patch)
                return new CallVerdict.Patched(patch);
            mismatch = $"'{NameOf(fit.Twin)}' {why}";
        }

        return null;
    }

    /// <summary>The verdict on a property that blocks and that <c>GetFooAsync</c> can stand for; null when there is no such method.</summary>
    public CallVerdict? Resolve(IPropertyReferenceOperation property, SimpleNameSyntax name, ExpressionSyntax syntax)
    {
        string twinName = $"Get{property.Property.Name}Async";
        ITypeSymbol container = property.Instance?.Type ?? property.Property.ContainingType;
        foreach (ISymbol member in _model.LookupSymbols(syntax.SpanStart, container, twinName))
        {
            if (member is not IMethodSymbol { Arity: 0, Parameters.Length: 0 } twin || IsOutOfQuestion(twin) ||
                !Awaitables.TryGetResult(twin.ReturnType, out ITypeSymbol? result) || !Signatures.AreEqual(result, property.Property.Type))
            {
                continue;
            }

            ImmutableArray<TextEdit> edits = [new TextEdit(name.SpanStart, name.Span.Length, twinName + "()")];
            if (SymbolEqualityComparer.Default.Equals(Speculation.Bind(_model, syntax, [], edits)?.OriginalDefinition, twin.OriginalDefinition))
                return new CallVerdict.Patched(new CallPatch(TwinOrigin.Convention, syntax, NameOf(twin), twin, [], edits));
        }

        return null;
    }

    /// <summary>Whether <paramref name="method"/> has a twin by signature, for a method that is named and not called.</summary>
    public bool Exists(IMethodSymbol method, ITypeSymbol? receiverType, int position) =>
        Find(method, receiverType, position, isBaseCall: false, out _, out _).Count > 0;

    /// <summary>The twin of a method without parameters that the language calls at <paramref name="place"/>.</summary>
    public UnsaidVerdict OfUnsaid(IMethodSymbol method, ITypeSymbol receiver, SyntaxNode place)
    {
        foreach (TwinFit fit in Find(method, receiver, place.SpanStart, isBaseCall: false, out _, out _))
        {
            if (fit.IsSequence || fit.IsLessSpecial)
                continue;

            string? caller = null;
            string token = fit.Token is null || _known.ReturnsCoroutine(fit.Twin) ? "" : _tokens.At(place, ref caller) ?? "";
            string call = $".{fit.Twin.Name}({token})";
            ExpressionSyntax probe = SyntaxFactory.ParseExpression($"default({receiver.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})!{call}", options: place.SyntaxTree.Options);
            if (!SymbolEqualityComparer.Default.Equals(_model.GetSpeculativeSymbolInfo(place.SpanStart, probe, SpeculativeBindingOption.BindAsExpression).Symbol?.OriginalDefinition, fit.Twin.OriginalDefinition))
                return UnsaidVerdict.Unfit($"'{NameOf(fit.Twin)}' is not what the call would bind to");

            bool isWrapped = IsTask(fit.Twin.ReturnType) && _tokens.HasFair;
            return new UnsaidVerdict(
                new UnsaidTwin(
                    method, NameOf(fit.Twin), isWrapped ? $"await {_tokens.WaitOf(place, token.Length > 0, caller)}(" : "await ",
                    call + (!isWrapped ? "" : caller is null ? ")" : $", {caller})")),
                null);
        }

        return default;
    }

    private List<TwinFit> Find(IMethodSymbol method, ITypeSymbol? receiverType, int position, bool isBaseCall, out string? mismatch, out bool bypassed)
    {
        List<TwinFit> fits = [];
        mismatch = null;
        bypassed = false;
        string name = CoroutineShape.TwinNameOf(method, _known);
        ITypeSymbol container = receiverType ?? method.ContainingType;
        ImmutableArray<ISymbol> members = isBaseCall ? _model.LookupBaseMembers(position, name)
            : method.ContainingType.IsExtension ? method.ContainingType.GetMembers(name)
            : _model.LookupSymbols(position, container, name);
        foreach (ISymbol member in members)
        {
            if (member is not IMethodSymbol candidate || IsOutOfQuestion(candidate))
                continue;
            if (isBaseCall && BaseCalls.ComesBack(method, candidate, _known))
                mismatch ??= $"'{NameOf(candidate)}' may call the override back";
            else if (TwinFit.Of(method, candidate, _known, _spans, _lambdas, out string why) is not { } fit)
                mismatch ??= $"'{NameOf(candidate)}' {why}";
            else if (!BaseCalls.Bypasses(method, candidate, _known))
                fits.Add(fit);
            else
                (bypassed, mismatch) = (true, $"'{NameOf(candidate)}' does not know the override '{NameOf(method)}'");
        }

        // A twin that can be cancelled comes first, then one that takes just what the original takes.
        fits.Sort(static (a, b) => (Rank(a) - Rank(b)));
        return fits;
    }

    private static int Rank(TwinFit fit) => (fit.IsWider ? 8 : 0) + (fit.Delegates.IsEmpty ? 0 : 4) + (fit.Token is null ? 2 : 0) + (fit.SpanParameters.IsEmpty && fit.Window < 0 ? 0 : 1);

    // The twins of this very compilation exist for the analyzer and not for the generator; both must decide alike.
    private bool IsOutOfQuestion(IMethodSymbol candidate) =>
        SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, _enclosing?.OriginalDefinition) ||
        (_known.IsTwin(candidate) && SymbolEqualityComparer.Default.Equals(candidate.ContainingAssembly, _model.Compilation.Assembly));

    private CallPatch? TryPatch(CallSite call, TwinFit fit, out string why, out CallVerdict.Unpatched? obstacle)
    {
        ImmutableArray<TextEdit>.Builder edits = ImmutableArray.CreateBuilder<TextEdit>();
        ImmutableArray<TextEdit> prefix = NameTwin(call, fit, edits);
        if (_arguments.TryPlan(call, fit.FormOf, out obstacle) is not { } plan)
        {
            why = obstacle!.Detail;
            return null;
        }

        if (fit.Window >= 0 && !_spans.TryEditWindow(call.Operation, fit.Window, edits))
        {
            why = "takes memory in place of an array and its bounds";
            return null;
        }

        string? caller = null;
        ImmutableArray<TextEdit> token = _tokens.Edit(call, fit, ref caller);
        bool isGivenToken = !token.IsEmpty || (!fit.AddsToken && _tokens.Passed(call) is not null);
        edits.AddRange(token);

        // Their types are known: what they hold need not be bound again.
        ImmutableArray<TextEdit> probe = edits.ToImmutable();
        List<SyntaxNode> functions = [];
        foreach ((IParameterSymbol parameter, INamedTypeSymbol async) in fit.Delegates)
        {
            IArgumentOperation? argument = call.Operation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal);
            if (argument is { ArgumentKind: ArgumentKind.DefaultValue })
                continue;
            if (argument?.Syntax is not ArgumentSyntax { Expression: { } expression } || _lambdas.Edit(expression, async) is not { } header)
            {
                why = "takes a delegate that is awaited";
                return null;
            }

            edits.AddRange(header);
            functions.Add(expression);
            probe = probe.Add(new TextEdit(expression.SpanStart, expression.Span.Length, $"default({async.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})!"));
        }

        IMethodSymbol? bound = Speculation.Bind(_model, call.Syntax, prefix, [.. plan.StandIns, .. probe]);
        IMethodSymbol? twin = bound?.ReducedFrom ?? bound;
        if (!SymbolEqualityComparer.Default.Equals(twin?.OriginalDefinition, fit.Twin.OriginalDefinition))
        {
            why = "is not what the call would bind to";
            return null;
        }

        why = "";
        TwinOrigin origin = _known.IsTwin(fit.Twin) ? TwinOrigin.Coroutine : TwinOrigin.Convention;
        ImmutableArray<TextEdit> opening = [.. prefix, .. plan.Opening];
        if (!fit.IsSequence && IsTask(fit.Twin.ReturnType) && _tokens.HasFair)
        {
            opening = [TextEdit.Insert(call.Syntax.SpanStart, _tokens.WaitOf(call.Syntax, isGivenToken, caller) + "("), .. opening];
            edits.Add(TextEdit.Insert(call.Syntax.Span.End, caller is null ? ")" : $", {caller})"));
        }

        return new CallPatch(origin, call.Syntax, NameOf(fit.Twin), fit.Twin, opening, [.. plan.Closing, .. edits])
        {
            Variables = plan.Variables.ToImmutable(),
            AsIs = plan.AsIs.ToImmutable(),
            Passed = plan.Passed.ToImmutable(),
            AsyncFunctions = [.. functions],
            IsForeign = fit.IsSequence && Signatures.AreEqual(fit.Twin.ReturnType.OriginalDefinition, _known.AsyncEnumerable),
            Cast = fit.IsLessSpecial ? call.Method.ReturnType.ToMinimalDisplayString(_model, call.Syntax.SpanStart) : null,
        };
    }

    /// <summary>Names the twin in place of the original: an extension of another class by its full name, in front of the receiver.</summary>
    /// <returns>What goes in front of the call.</returns>
    private ImmutableArray<TextEdit> NameTwin(CallSite call, TwinFit fit, ImmutableArray<TextEdit>.Builder edits)
    {
        string name = CoroutineShape.TwinNameOf(call.Method, _known);
        if (!IsElsewhere(call, fit) || PatchSite.From(call.Operation, _model) is not { Between: { } between } site)
        {
            edits.Add(new TextEdit(call.Name.Identifier.SpanStart, call.Name.Identifier.Span.Length, name));
            return [];
        }

        edits.Add(new TextEdit(between.Start, between.Length, site.HasArguments || fit.Token is not null ? ", " : ""));
        string typeArguments = call.Name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";
        return [TextEdit.Insert(site.Prefix.Start, $"{ScopedNames.Full(fit.Twin.ContainingType)}.{name}{typeArguments}(")];
    }

    private static bool IsElsewhere(CallSite call, TwinFit fit) =>
        call.IsReducedExtension && fit.Twin.IsStatic && !Signatures.AreEqual(fit.Twin.ContainingType.OriginalDefinition, call.Method.ContainingType.OriginalDefinition);

    private static bool IsTask(ITypeSymbol type) =>
        type.OriginalDefinition is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    private static string NameOf(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";
}
