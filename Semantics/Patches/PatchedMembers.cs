using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Patches;

/// <summary>Decides what becomes of the members that a rule is about: our table's, a package's or the project's.</summary>
public sealed class PatchedMembers
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly TwinArguments _arguments;
    private readonly ReferenceArguments _references;
    private readonly AsyncLambdas _lambdas;
    private readonly OffloadedCalls _offload;
    private readonly IMethodSymbol? _enclosing;
    private readonly Func<SyntaxNode, bool> _blocks;

    internal PatchedMembers(
        SemanticModel model, KnownTypes known, IMethodSymbol? enclosing, TwinArguments arguments, ReferenceArguments references, MemoryArguments memory, AsyncLambdas lambdas, Func<SyntaxNode, bool> blocks)
    {
        _model = model;
        _known = known;
        _enclosing = enclosing;
        _arguments = arguments;
        _references = references;
        _lambdas = lambdas;
        _blocks = blocks;
        _offload = new OffloadedCalls(model, known, references, memory);
    }

    /// <summary>Null when no rule says anything but what is said where the convention fails.</summary>
    public CallVerdict? Resolve(IOperation operation)
    {
        if (MemberOf(operation) is not { } member || RuleOf(operation, member) is not { } rule || rule.Action is PatchAction.Warn or PatchAction.Hint)
            return null;
        if (rule.Action == PatchAction.Leave)
            return CallVerdict.Harmless.Instance;
        if (rule.Action == PatchAction.Adapt && IsOfFramework(rule) && operation is IInvocationOperation { TargetMethod: { } target } denied && ConventionExclusions.Find(denied) is { Rule: DenyRule.Blocks } && HasNamesake(target))
            return null;
        if (member is IMethodSymbol method && ((rule.Member[0] is 'T' or 'A' || IsOfFramework(rule)) && _known.IsCoroutine(method) || _known.IsSwitchedOff(method) || ConditionalCalls.IsLeftOut(method, operation.Syntax.SyntaxTree)))
            return null;
        if (operation is IPropertyReferenceOperation { Syntax: ExpressionSyntax used } && PropertyUses.Of(used, _model) is var use and not PropertyUse.Read)
            return use == PropertyUse.InPlace ? new CallVerdict.Unpatched(UnpatchedReason.PropertyInPlace, "", KnownToBlock: true) : CallVerdict.Harmless.Instance;

        if (PatchSite.From(operation, _model) is not { } site)
            return IsCalled(operation) ? Unfit(rule, "takes its place only in a plain call") : null;
        if (rule.Action == PatchAction.Offload)
        {
            if (operation is IInvocationOperation call && ZeroTimeout.IsIn(call))
                return CallVerdict.Harmless.Instance;
            return _offload.Rewrite(site);
        }

        ImmutableArray<IMethodSymbol> targets = _known.Targets.Of(rule, site.Use);

        // What only has a getter's patch is written as it always was.
        if (site.Use == PatchUse.Set && targets.IsEmpty)
            return null;
        if (targets.Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, _enclosing?.OriginalDefinition)))
            return CallVerdict.Harmless.Instance;
        return Replace(site, rule, RecheckedLoop.IsAround(site.Syntax) && ForLoops(rule) is { IsEmpty: false } forLoops ? forLoops : targets);
    }

    // What we make of a method that has an asynchronous namesake is made of such, which blocks here; what has none is made of something else.
    private static bool HasNamesake(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name + "Async").OfType<IMethodSymbol>().Any(namesake =>
        namesake.Parameters.Count(static p => p.Type.Name != nameof(CancellationToken)) == method.Parameters.Length);

    // What is tagged has a twin by intent: our rules are about what it overrides.
    private static bool IsOfFramework(PatchRule rule) => rule.Origin == RuleSource.BuiltIn;

    /// <summary>The methods of our table that may do their work anew, when that is asked for.</summary>
    private ImmutableArray<IMethodSymbol> ForLoops(PatchRule rule) =>
        rule.Methods.IsEmpty && rule.With.EndsWith("Async", StringComparison.Ordinal) ? _known.Targets.Find(rule.With.Substring(0, rule.With.Length - "Async".Length) + "InLoopAsync") : [];

    /// <summary>The member that an operation uses; null for an operation of another kind.</summary>
    public static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IPropertyReferenceOperation property => property.Property,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property,
        IObjectCreationOperation creation => creation.Constructor,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        _ => null,
    };

    private PatchRule? RuleOf(IOperation operation, ISymbol member) => operation switch
    {
        IInvocationOperation call => _known.Rules.Find(call),
        IPropertyReferenceOperation property => _known.Rules.Find(member, property.Instance?.Type, PatchUse.Get),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => _known.Rules.Find(member, property.Instance?.Type, PatchUse.Set),
        _ => _known.Rules.Find(member),
    };

    private static bool IsCalled(IOperation operation) => operation is IInvocationOperation { Syntax: InvocationExpressionSyntax } or IObjectCreationOperation { IsImplicit: false };

    private CallVerdict Replace(PatchSite site, PatchRule rule, ImmutableArray<IMethodSymbol> targets)
    {
        if (targets.IsEmpty)
            return new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"'{rule.With}', which is to take its place, is not there", KnownToBlock: true);
        if (site.IsOnBase)
            return Unfit(targets[0], "cannot take the place of a call on base");
        if (site.Initializer is not null)
            return Unfit(targets[0], "cannot take the place of a creation with an initializer; assign the members afterwards");

        CallVerdict? obstacle = null;
        bool blocks = site.Arguments.Any(a => a.Syntax is ArgumentSyntax { Expression: AnonymousFunctionExpressionSyntax function } && _blocks(function));
        foreach ((ISymbol member, PatchFit fit) in FitsOf(site, targets, blocks))
        {
            if (TryReplace(site, member, fit, out string why, out CallVerdict.Unpatched? argument) is { } patch)
                return fit.IsSequence ? new CallVerdict.Sequence(patch) : new CallVerdict.Patched(patch);
            obstacle ??= argument ?? Unfit(fit.Method, why);
        }

        if (obstacle is not null)
            return obstacle;
        PatchFit.Of(site.Member, PatchedMember.Of(site.Member, site.Use, site.ReceiverType), targets[0], _known, null, out string mismatch);
        return Unfit(targets[0], mismatch);
    }

    // The rule may be about what the member overrides.
    private IEnumerable<(ISymbol Member, PatchFit Fit)> FitsOf(PatchSite site, ImmutableArray<IMethodSymbol> targets, bool blocks)
    {
        for (ISymbol? member = site.Member; member is not null; member = Overridden(member))
        {
            PatchedMember wanted = PatchedMember.Of(member, site.Use, site.ReceiverType);
            List<PatchFit> fits = [];
            foreach (IMethodSymbol target in targets)
            {
                if (PatchFit.Of(member, wanted, target, _known, _lambdas, out _) is { } fit)
                    fits.Add(fit);
            }

            // A lambda that blocks goes to the one that awaits it.
            foreach (PatchFit fit in fits.OrderBy(f => f.Delegates.IsEmpty == blocks ? 1 : 0))
                yield return (member, fit);
            if (fits.Count > 0)
                yield break;
        }
    }

    private CallPatch? TryReplace(PatchSite site, ISymbol member, PatchFit fit, out string why, out CallVerdict.Unpatched? obstacle)
    {
        // A tagged method is written as such and called as its twin, which may not be there yet.
        string? twin = TwinOf(fit.Method);
        TwinArguments.Plan? plan = _arguments.TryPlan(
            site.Arguments, p => twin is not null ? TwinSignature.FormOf(p.OriginalDefinition, _known) : p.Ordinal < fit.Forms.Length ? fit.Forms[p.Ordinal] : ParameterForm.Same, out obstacle);
        why = "";
        if (plan is null)
            return null;

        List<SyntaxNode> functions = [];
        List<TextEdit> headers = [];
        List<TextEdit> stands = [];
        foreach ((IParameterSymbol parameter, INamedTypeSymbol async) in fit.Delegates)
        {
            IArgumentOperation? argument = site.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal);
            if (argument is { ArgumentKind: ArgumentKind.DefaultValue })
                continue;
            if (argument?.Syntax is not ArgumentSyntax { Expression: { } expression } || _lambdas.Edit(expression, async) is not { } header)
            {
                why = "takes a delegate that is awaited";
                return null;
            }

            headers.AddRange(header);
            functions.Add(expression);
            stands.Add(new TextEdit(expression.SpanStart, expression.Span.Length, $"default({async.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})!"));
        }

        TwinArgument? receiver = null;
        if (fit.ReceiverForm == ParameterForm.Reference && (site.Receiver is null || (receiver = _references.TryMakeReceiver(site.Receiver, member.ContainingType)) is null))
        {
            obstacle = new CallVerdict.Unpatched(UnpatchedReason.ReferenceDoesNotLast, site.Receiver?.ToString() ?? site.Syntax.ToString(), KnownToBlock: true);
            return null;
        }

        if (!fit.ResultFits && !IsUnused(site.Syntax) && !ScopeUses.IsScope(site.Syntax, _model))
        {
            why = "yields something else";
            return null;
        }

        foreach (bool isExplicit in site.HasTypeArguments ? [true] : new[] { false, true })
        {
            if (isExplicit && (fit.Method.Arity == 0 || !fit.Method.TypeArguments.All(AsyncLambdas.IsNameable)))
                continue;

            (ImmutableArray<TextEdit> opening, ImmutableArray<TextEdit> closing) = EditsOf(site, NameOf(fit.Method, fit.Method.Name, site.Syntax.SpanStart, isExplicit));
            ImmutableArray<TextEdit> probe = twin is not null ? closing : receiver is null ? [.. closing, .. plan.StandIns, .. stands]
                : [.. closing, .. plan.StandIns, .. stands, new TextEdit(site.Receiver!.SpanStart, site.Receiver.Span.Length, $"default({receiver.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})")];
            IMethodSymbol? bound = Speculation.Bind(_model, site.Syntax, opening, probe);
            if (!SymbolEqualityComparer.Default.Equals(bound?.OriginalDefinition, fit.Method.OriginalDefinition))
            {
                why = "is not what the call would bind to";
                continue;
            }

            if (twin is not null)
                opening = EditsOf(site, NameOf(fit.Method, twin, site.Syntax.SpanStart, isExplicit)).Opening;
            return new CallPatch(
                TwinOrigin.Catalog, site.Syntax, $"{fit.Method.ContainingType.Name}.{twin ?? fit.Method.Name}", bound,
                [.. opening, .. receiver?.Opening ?? [], .. plan.Opening], [.. receiver?.Closing ?? [], .. plan.Closing, .. headers, .. closing])
            {
                IsAwaited = fit.IsAwaited || twin is not null,
                Variables = [.. plan.Variables, .. receiver?.Variables ?? []],
                AsIs = [.. plan.AsIs, .. receiver?.AsIs ?? []],
                Passed = plan.Passed.ToImmutable(),
                AsyncFunctions = [.. functions],
                Label = site.Use == PatchUse.Get ? PropertyTwins.LabelOf(site.Syntax) : "",
            };
        }

        return null;
    }

    private static (ImmutableArray<TextEdit> Opening, ImmutableArray<TextEdit> Closing) EditsOf(PatchSite site, string name)
    {
        string comma = site.HasArguments ? ", " : "";
        string start = site.IsOnThis ? $"{name}(this{comma}" : $"{name}(";
        ImmutableArray<TextEdit>.Builder closing = ImmutableArray.CreateBuilder<TextEdit>();
        if (site.Between is { } between)
            closing.Add(new TextEdit(between.Start, between.Length, comma));
        if (site.Middle is { } middle)
            closing.Add(new TextEdit(middle.Start, middle.Length, ", "));
        closing.Add(new TextEdit(site.End.Start, site.End.Length, ")"));
        return ([new TextEdit(site.Prefix.Start, site.Prefix.Length, start)], closing.ToImmutable());
    }

    // What is thrown away may as well not be there.
    private bool IsUnused(ExpressionSyntax syntax) => syntax.Parent switch
    {
        ExpressionStatementSyntax => true,
        ConditionalAccessExpressionSyntax chain => chain.WhenNotNull == syntax && IsUnused(chain),
        ArrowExpressionClauseSyntax arrow => _model.GetDeclaredSymbol(arrow.Parent!) is IMethodSymbol { ReturnsVoid: true },
        LambdaExpressionSyntax lambda => _model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true },
        _ => false,
    };

    private string? TwinOf(IMethodSymbol method)
    {
        if (!_known.IsCoroutine(method))
            return null;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly))
            return CoroutineShape.HasTwin(method.OriginalDefinition, _known, default) ? CoroutineShape.PlanOf(method.OriginalDefinition, _known, default).Name : null;

        string name = CoroutineShape.TwinNameOf(method, _known);
        return method.ContainingType.GetMembers(name).Any(m => m is IMethodSymbol candidate && _known.IsTwin(candidate)) ? name : null;
    }

    private string NameOf(IMethodSymbol method, string name, int position, bool isExplicit)
    {
        string arguments = isExplicit ? $"<{string.Join(", ", method.TypeArguments.Select(t => t.ToMinimalDisplayString(_model, position)))}>" : "";
        return $"{ScopedNames.Of(method.ContainingType, _model, position)}.{name}{arguments}";
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static CallVerdict Unfit(IMethodSymbol target, string why) =>
        new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"'{target.ContainingType.Name}.{target.Name}' {why}", KnownToBlock: true);

    private static CallVerdict Unfit(PatchRule rule, string why)
    {
        string[] parts = rule.With.Split('.');
        string name = rule.Action == PatchAction.Offload ? "Offload" : rule.Methods.FirstOrDefault() is { } method ? $"{method.ContainingType.Name}.{method.Name}" : string.Join(".", parts.Skip(Math.Max(0, parts.Length - 2)));
        return new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"'{name}' {why}", KnownToBlock: true);
    }
}
