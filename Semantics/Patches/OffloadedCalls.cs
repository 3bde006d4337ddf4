using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Patches;

/// <summary>
/// Writes a call so that it runs on a thread of the pool: <c>File.Copy(a, b)</c> becomes
/// <c>await Offload.RunAsync&lt;(string, string)&gt;((a, b), static __a => File.Copy(__a.Item1, __a.Item2))</c>. The receiver and the arguments are
/// evaluated on the fiber, in their order.
/// </summary>
internal sealed class OffloadedCalls
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly ReferenceArguments _references;
    private readonly MemoryArguments _memory;

    public OffloadedCalls(SemanticModel model, KnownTypes known, ReferenceArguments references, MemoryArguments memory)
    {
        _model = model;
        _known = known;
        _references = references;
        _memory = memory;
    }

    public CallVerdict Rewrite(PatchSite site)
    {
        if (_known.Offload is not { } pool)
            return Unfit("is not there");
        if (ObstacleTo(site) is { } why)
            return Unfit(why);

        OffloadArguments taken = new();
        if (TakeReceiver(site, taken) is { } receiver)
            return receiver;
        if (TakeArguments(site, taken) is { } argument)
            return argument;

        string call = OffloadText.CallOf(site, taken, n => NameOf(n, site.Syntax.SpanStart), _model);
        ITypeSymbol? result = ResultOf(site);
        string types = result is null ? taken.Type : $"{taken.Type}, {result.ToMinimalDisplayString(_model, site.Syntax.SpanStart)}";
        string start = $"{ScopedNames.Of(pool, _model, site.Syntax.SpanStart)}.RunAsync<{types}>({(taken.Count > 1 ? "(" : "")}";
        string end = $"{(taken.Count > 1 ? ")" : "")}, static {OffloadArguments.Name} => {call})";
        string none = taken.Count == 0 ? "0" : "";
        string comma = site.HasArguments ? ", " : "";

        ImmutableArray<TextEdit> opening = [new TextEdit(site.Prefix.Start, site.Prefix.Length, start + none + (site.IsOnThis ? "this" + comma : ""))];
        List<TextEdit> closing = [];
        if (site.Between is { } between)
            closing.Add(new TextEdit(between.Start, between.Length, comma));
        if (site.Middle is { } middle)
            closing.Add(new TextEdit(middle.Start, middle.Length, ", "));
        closing.Add(new TextEdit(site.End.Start, site.End.Length, end));

        TwinArguments.Plan plan = taken.Plan;
        if (Speculation.Bind(_model, site.Syntax, opening, [.. closing, .. plan.StandIns]) is not { Name: "RunAsync" } bound)
            return Unfit("cannot run it");

        return new CallVerdict.Patched(new CallPatch(
            TwinOrigin.Offload, site.Syntax, "Offload.RunAsync", bound, [.. opening, .. plan.Opening], [.. plan.Closing, .. closing])
        {
            Variables = plan.Variables.ToImmutable(),
            AsIs = plan.AsIs.ToImmutable(),
            Passed = plan.Passed.ToImmutable(),
            Label = site.Use == PatchUse.Get ? PropertyTwins.LabelOf(site.Syntax) : "",
        });
    }

    private static string? ObstacleTo(PatchSite site)
    {
        if (site.IsOnBase)
            return "cannot make a call on base";
        if (site.Initializer is not null)
            return "cannot make a creation with an initializer; assign the members afterwards";
        if (site.Member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion })
            return "cannot run an operator";
        if (site.Member is IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true } or IPropertySymbol { RefKind: not RefKind.None })
            return "cannot return a reference";

        return ResultOf(site) is { } result && !AsyncLambdas.IsNameable(result) ? $"cannot return '{result.Name}'" : null;
    }

    private static ITypeSymbol? ResultOf(PatchSite site) => site.Member switch
    {
        IPropertySymbol property => site.Use == PatchUse.Set ? null : property.Type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { ReturnsVoid: false } method => method.ReturnType,
        _ => null,
    };

    private CallVerdict? TakeReceiver(PatchSite site, OffloadArguments taken)
    {
        ITypeSymbol? type = site.Instance?.Type;
        if (type is null && site.Between is not null)
            type = site.Arguments[0].Parameter?.Type;
        if (type is null)
            return null;

        if (!AsyncLambdas.IsNameable(type))
            return Unfit($"cannot take '{type.Name}' to another thread");
        bool isChanged = type is { IsReferenceType: false, IsReadOnly: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } && site.Member is not IMethodSymbol { IsReadOnly: true };
        if (isChanged && site.IsOnThis)
            return Unfit("cannot change a struct from another thread");
        if (!isChanged || site.Receiver is null || _model.GetSymbolInfo(site.Receiver).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol))
        {
            taken.AddReceiver(NameOf(type, site.Syntax.SpanStart), "");
            return null;
        }

        if (_references.TryMakeReceiver(site.Receiver, type) is not { } reference)
            return new CallVerdict.Unpatched(UnpatchedReason.ReferenceDoesNotLast, site.Receiver.ToString(), KnownToBlock: true);

        taken.Plan.Add(reference, site.Receiver, isOpaque: true);
        taken.AddReceiver(NameOf(reference.Type, site.Syntax.SpanStart), ".Target");
        return null;
    }

    private CallVerdict? TakeArguments(PatchSite site, OffloadArguments taken)
    {
        BaseArgumentListSyntax? list = site.Syntax switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => element.ArgumentList,
            ElementAccessExpressionSyntax element => element.ArgumentList,
            ElementBindingExpressionSyntax element => element.ArgumentList,
            _ => null,
        };
        foreach (ArgumentSyntax argument in list?.Arguments ?? [])
        {
            IArgumentOperation? operation = site.Arguments.FirstOrDefault(a => a.Syntax == argument);
            IParameterSymbol? parameter = operation?.Parameter ?? site.Arguments.FirstOrDefault(static a => a.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection)?.Parameter;
            if (parameter is null)
                return Unfit("cannot tell what it is given");
            if (argument.NameColon is { } name)
                taken.Plan.Add(new TextEdit(name.SpanStart, name.Span.Length, ""));
            if (TakeArgument(argument, parameter, isElement: operation is not { ArgumentKind: ArgumentKind.Explicit }, taken) is { } obstacle)
                return obstacle;
        }

        if (site.Use == PatchUse.Set)
            taken.Add(NameOf(((IPropertySymbol)site.Member).Type, site.Syntax.SpanStart), null, "", "");
        foreach (IArgumentOperation unsaid in site.Arguments)
        {
            if (unsaid is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter, Value.ConstantValue: { HasValue: true, Value: { } value } } && IsCallerInfo(parameter))
                taken.AddConstant(parameter.Name, value);
        }

        return null;
    }

    private CallVerdict? TakeArgument(ArgumentSyntax argument, IParameterSymbol parameter, bool isElement, OffloadArguments taken)
    {
        int position = argument.SpanStart;
        ITypeSymbol type = parameter.Type;
        string? name = argument.NameColon?.Name.Identifier.ValueText;
        if (isElement)
        {
            ITypeSymbol? element = type switch
            {
                IArrayTypeSymbol array => array.ElementType,
                INamedTypeSymbol { TypeArguments: [var only] } => only,
                _ => null,
            };
            if (element is null || !AsyncLambdas.IsNameable(element))
                return Unfit($"cannot take '{parameter.Name}' to another thread");
            taken.Add(NameOf(element, position), name, "", "");
            return null;
        }

        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            if (_references.TryMake(argument, type) is not { } reference)
                return new CallVerdict.Unpatched(UnpatchedReason.ReferenceDoesNotLast, argument.ToString(), KnownToBlock: true);
            taken.Plan.Add(reference, argument, isOpaque: true);
            taken.Add(NameOf(reference.Type, position), name, parameter.RefKind == RefKind.Out ? "out " : "ref ", ".Target");
            return null;
        }

        if (argument.RefKindKeyword.RawKind != 0)
            taken.Plan.Add(new TextEdit(argument.RefKindKeyword.SpanStart, argument.RefKindKeyword.Span.Length, ""));
        if (TwinSignature.IsSpan(type, _known))
            return TakeSpan(argument, (INamedTypeSymbol)type, name, taken);
        if (!AsyncLambdas.IsNameable(type))
            return Unfit($"cannot take '{parameter.Name}' to another thread");

        taken.Add(NameOf(type, position), name, "", "");
        return null;
    }

    // What is read can be read from a copy; what is written must be memory.
    private CallVerdict? TakeSpan(ArgumentSyntax argument, INamedTypeSymbol span, string? name, OffloadArguments taken)
    {
        if (_memory.TryMake(argument.Expression, span) is { } memory)
        {
            taken.Plan.Add(memory, argument, isOpaque: !memory.AsIs.IsEmpty);
            taken.Add(NameOf(memory.Type, argument.SpanStart), name, "", ".Span");
            return null;
        }

        if (!Signatures.AreEqual(span.OriginalDefinition, _known.ReadOnlySpan) || !AsyncLambdas.IsNameable(span.TypeArguments[0]))
            return new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, "'Offload' cannot take a span to another thread", KnownToBlock: true);

        taken.Plan.Copy(argument.Expression, $"((global::System.ReadOnlySpan<{NameOf(span.TypeArguments[0], argument.SpanStart)}>)(", ")).ToArray()");
        taken.Add(NameOf(span.TypeArguments[0], argument.SpanStart) + "[]", name, "", "");
        return null;
    }

    private static bool IsCallerInfo(IParameterSymbol parameter) => parameter.GetAttributes().Any(static a =>
        a.AttributeClass is { Name: "CallerMemberNameAttribute" or "CallerLineNumberAttribute" or "CallerFilePathAttribute" or "CallerArgumentExpressionAttribute" });

    private string NameOf(ITypeSymbol type, int position) => type.ToMinimalDisplayString(_model, position);

    private static CallVerdict Unfit(string why) => new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"'Offload' {why}", KnownToBlock: true);
}
