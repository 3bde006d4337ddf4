using CoGen.Generator.Models;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads the twin of an iterator: what makes the sequence, and the coroutine that is its body.</summary>
internal static class IteratorMembers
{
    private const string Sequences = "global::CoGen.CompilerServices.Sequences";

    public static IEnumerable<MemberModel> Of(TwinSource source, IteratorShape shape)
    {
        BodyDeclaration declaration = source.Declaration;
        string element = ElementOf(source, shape);
        string twinName = source.Plan.Name;
        string typeParameters = declaration.TypeParameterList?.ToString() ?? "";
        string stepsName = $"__{twinName}Steps";
        string indent = new(' ', source.Depth * 4);
        string yielder = YielderName.For(declaration.Owner);
        string sequence = ScopedNames.Of(source.Known.CoEnumerable!, source.Model, declaration.Owner.SpanStart) + $"<{element}>";
        yield return new MemberModel(
            TwinNames.CrefOf(source.Method),
            IsTwin: true,
            CallsOriginal: !source.Repeats && source.Plan.Role is TwinRole.Virtual or TwinRole.Override,
            MethodParts.Attributes(source.Method, declaration),
            MethodParts.Modifiers(source),
            shape.IsEnumerator ? sequence + ".Enumerator" : sequence,
            TwinMembers.NameOf(source),
            typeParameters,
            TwinParameters.Of(source),
            MethodParts.Constraints(source),
            new BodyModel(false, 0, "", source.Repeats ? Begin() : $"{indent}    => {Sequences}.Plain({BodyReader.OriginalCall(source)});"));
        if (!source.Repeats)
            yield break;

        string yielderType = $"global::CoGen.CompilerServices.SequenceYielder<{element}>";
        yield return new MemberModel(
            Cref: "",
            IsTwin: false,
            CallsOriginal: false,
            MethodParts.Attributes(source.Method, declaration),
            source.Method.IsStatic ? "private static " : "private ",
            ScopedNames.Of(source.Known.Coroutine!, source.Model, declaration.Owner.SpanStart),
            stepsName,
            typeParameters,
            string.Join(", ", declaration.Parameters.Select(static p => $"{p.Type} {p.Identifier.Text}").Prepend($"{yielderType} {yielder}")),
            MethodParts.WorkerConstraints(source),
            BodyReader.Repeat(source with { Plan = source.Plan with { IsGuarded = false } }));

        string Begin()
        {
            string typeArguments = declaration.TypeParameterList is { } list
                ? "<" + string.Join(", ", list.Parameters.Select(static p => p.Identifier.Text)) + ">"
                : "";
            string steps = $"{stepsName}{typeArguments}({string.Join(", ", declaration.Parameters.Select(static p => p.Identifier.Text).Prepend(yielder))})";
            string make = $"{Sequences}.{(shape.IsEnumerator ? "Run" : "Of")}<{element}>";

            // A lambda cannot reach the struct; like the original, each run works on a copy.
            if (source.Method is { IsStatic: false, ContainingType.IsValueType: true })
                return $"{indent}{{\n{indent}    var {yielder}_ = this;\n{indent}    return {make}({yielder} => {yielder}_.{steps});\n{indent}}}";

            string bypass = $"{GuardReader.Condition(source, shape.IsEnumerator ? sequence + ".Enumerator" : sequence)} ? {Sequences}.Plain({BodyReader.OriginalCall(source)}) : ";
            return source.IsGuarded
                ? $"{indent}    => {bypass}{make}({yielder} => {steps});"
                : $"{indent}    => {make}({yielder} => {steps});";
        }
    }

    private static string ElementOf(TwinSource source, IteratorShape shape)
    {
        SimpleNameSyntax? name = source.Declaration.Type switch
        {
            SimpleNameSyntax simple => simple,
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax alias => alias.Name,
            _ => null,
        };
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: [var only] })
            return only.ToString();

        bool annotates = source.Model.GetNullableContext(source.Declaration.Owner.SpanStart).AnnotationsEnabled();
        return shape.Element?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? (annotates ? "object?" : "object");
    }
}
