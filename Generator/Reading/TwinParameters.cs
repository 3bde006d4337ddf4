using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads the parameters of a twin, and how it gives them to the original.</summary>
internal static class TwinParameters
{
    /// <summary>The parameters, and the value of a setter.</summary>
    public static string Of(TwinSource source)
    {
        bool same = TwinSignature.CallsOriginalBecause(source.Method, source.Known) is not null;
        bool isSetter = source.Method.MethodKind == MethodKind.PropertySet;
        IEnumerable<string> parameters = source.Declaration.Parameters.Select((syntax, i) =>
            isSetter ? $"{syntax.Type} {syntax.Identifier.Text}"
            : same || i >= source.Method.Parameters.Length ? syntax.ToString()
            : Of(source.Method.Parameters[i], syntax, source.Model, source.Known));

        // The value of a setter comes last, so that nothing before it can be left out.
        return string.Join(", ", isSetter ? parameters.Append($"{source.Declaration.Type} value") : parameters.Zip(DefaultsOfOtherPart(source), static (p, d) => p + d));
    }

    // The default values of a partial method count where it is declared without a body.
    private static IEnumerable<string> DefaultsOfOtherPart(TwinSource source)
    {
        SyntaxNode? part = source.Method.PartialDefinitionPart?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        SeparatedSyntaxList<ParameterSyntax> others = (part as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? default;
        return source.Declaration.Parameters.Select((own, i) => own.Default is null && i < others.Count && i < source.Method.Parameters.Length ? DefaultOf(others[i], TwinSignature.FormOf(source.Method.Parameters[i], source.Known)) : "");
    }

    /// <summary>The arguments by which a twin passes its parameters on to its original.</summary>
    public static string ArgumentsOf(TwinSource source)
    {
        bool same = TwinSignature.CallsOriginalBecause(source.Method, source.Known) is not null;
        return string.Join(", ", source.Declaration.Parameters.Select((syntax, i) =>
            i >= source.Method.Parameters.Length ? syntax.Identifier.Text : ArgumentOf(source.Method.Parameters[i], syntax, same, source.Known)));
    }

    private static string ArgumentOf(IParameterSymbol parameter, ParameterSyntax syntax, bool same, KnownTypes known)
    {
        string name = syntax.Identifier.Text;
        return (same ? ParameterForm.Same : TwinSignature.FormOf(parameter, known), parameter.RefKind) switch
        {
            (ParameterForm.Reference, RefKind.Out) => $"out {name}.Target",
            (ParameterForm.Reference, _) => $"ref {name}.Target",
            (ParameterForm.Memory, _) => $"{name}.Span",
            (ParameterForm.Value, _) or (_, RefKind.In or RefKind.RefReadOnlyParameter) => $"in {name}",
            (_, RefKind.Out) => $"out {name}",
            (_, RefKind.Ref) => $"ref {name}",
            _ => name,
        };
    }

    private static string Of(IParameterSymbol parameter, ParameterSyntax syntax, SemanticModel model, KnownTypes known)
    {
        ParameterForm form = TwinSignature.FormOf(parameter, known);
        if (form == ParameterForm.Same || syntax.Type is not { } type)
            return syntax.ToString();

        string text = form switch
        {
            ParameterForm.Reference => $"{ScopedNames.Of(known.RefOfT!, model, syntax.SpanStart)}<{TypeText(parameter, type)}>",
            ParameterForm.Memory => $"{ScopedNames.Of(MemoryTypeOf(parameter, known), model, syntax.SpanStart)}<{ElementOf(parameter, type, model)}>",
            ParameterForm.Array => $"{ElementOf(parameter, type, model)}[]",
            _ => type.ToString(),
        };

        // What an attribute says of a variable does not hold for what refers to it.
        string attributes = form == ParameterForm.Value ? string.Concat(syntax.AttributeLists.Select(static a => a + " ")) : "";
        string modifiers = string.Concat(syntax.Modifiers.Where(static m => m.Kind() is SyntaxKind.ThisKeyword or SyntaxKind.ParamsKeyword).Select(static m => m.ValueText + " "));
        return $"{attributes}{modifiers}{text} {syntax.Identifier.Text}{DefaultOf(syntax, form)}";
    }

    // A span has one default value, which may be written as one of a span.
    private static string DefaultOf(ParameterSyntax syntax, ParameterForm form) => syntax.Default is not { } value ? "" : form == ParameterForm.Memory ? " = default" : " " + value;

    private static INamedTypeSymbol MemoryTypeOf(IParameterSymbol parameter, KnownTypes known) =>
        TwinSignature.MemoryOf((INamedTypeSymbol)parameter.Type, known).OriginalDefinition;

    private static string ElementOf(IParameterSymbol parameter, TypeSyntax type, SemanticModel model) =>
        type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { TypeArgumentList.Arguments: [var element], Identifier.ValueText: "Span" or "ReadOnlySpan" }
            ? element.ToString()
            : ((INamedTypeSymbol)parameter.Type).TypeArguments[0].ToMinimalDisplayString(model, type.SpanStart);

    // [MaybeNullWhen(false)] out T value: the variable may hold null, as it may where T is nullable.
    private static string TypeText(IParameterSymbol parameter, TypeSyntax type)
    {
        bool mayBeNull = parameter.NullableAnnotation != NullableAnnotation.Annotated && !parameter.Type.IsValueType &&
            parameter.GetAttributes().Any(static a => a.AttributeClass?.Name is "MaybeNullWhenAttribute" or "MaybeNullAttribute");
        return mayBeNull ? type + "?" : type.ToString();
    }
}
