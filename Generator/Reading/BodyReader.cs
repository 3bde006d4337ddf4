using System.Text;
using CoGen.Generator.Models;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Generator.Reading;

/// <summary>Reads what a twin does: the original's text with the edits in place, or a call of the original.</summary>
internal static class BodyReader
{
    public static BodyModel Repeat(TwinSource source)
    {
        SyntaxTree tree = source.Declaration.Syntax.SyntaxTree;
        TextSpan span = source.Declaration.BodySpan;
        string indent = new(' ', source.Depth * 4);
        IEnumerable<TextEdit> edits = source.Analysis.Edits.Concat(Reindentation.Of(source.Declaration.Owner, span, indent, source.Analysis.Edits));
        StringBuilder text = new(indent);
        if (source.Declaration.Block is null)
            text.Append("    ");
        Apply(tree.GetText(), span, edits, text);

        FileLinePositionSpan place = tree.GetMappedLineSpan(span);
        string path = place.HasMappedPath || source.Model.Compilation.Options.SourceReferenceResolver is not { } resolver
            ? place.Path
            : resolver.NormalizePath(place.Path, baseFilePath: null) ?? place.Path;
        bool mapped = !string.IsNullOrEmpty(path);
        return new BodyModel(true, mapped ? place.StartLinePosition.Line + 1 : 0, mapped ? path : "", text.ToString());
    }

    /// <summary>For a body that has nothing to wait for, or cannot be repeated. Not async: that would copy a struct that the original writes to.</summary>
    public static BodyModel CallOriginal(TwinSource source)
    {
        string call = OriginalCall(source);
        string indent = new(' ', source.Depth * 4);
        return new BodyModel(false, 0, "", source.Method.ReturnsVoid
            ? $"{indent}{{\n{indent}    {call};\n{indent}    return default;\n{indent}}}"
            : $"{indent}    => new({call});");
    }

    /// <summary>The call of the original with the twin's own parameters.</summary>
    public static string OriginalCall(TwinSource source)
    {
        IMethodSymbol method = source.Method;
        BodyDeclaration declaration = source.Declaration;
        string name = declaration.Identifier.Text;
        if (method.Parameters.Any(p => p.Name == method.Name))
            name = (method.IsStatic ? method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : "this") + "." + name;

        string typeArguments = declaration.TypeParameterList is { } list
            ? "<" + string.Join(", ", list.Parameters.Select(static p => p.Identifier.Text)) + ">"
            : "";
        string arguments = string.Join(", ", declaration.Parameters.Select(static p => p.Identifier.Text));
        return $"{name}{typeArguments}({arguments})";
    }

    private static void Apply(SourceText source, TextSpan span, IEnumerable<TextEdit> edits, StringBuilder text)
    {
        int taken = span.Start;
        foreach (TextEdit edit in edits.OrderBy(static e => e.Start))
        {
            text.Append(source.ToString(TextSpan.FromBounds(taken, edit.Start))).Append(edit.NewText);
            taken = edit.End;
        }

        text.Append(source.ToString(TextSpan.FromBounds(taken, span.End)));
    }
}
