using System.Text;
using CoGen.Generator.Models;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        IEnumerable<TextEdit> edits = FrameOf(source)
            .Concat(source.Analysis.Edits)
            .Concat(Reindentation.Of(source.Declaration.Owner, span, indent, source.Analysis.Edits));
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
        if (source is { Method: { IsStatic: false, ContainingType.IsValueType: true }, Declaration.ExplicitInterface: { } @interface })
            return CallOnStruct(source, @interface.Name.ToString(), indent);

        return new BodyModel(false, 0, "", source.Method.ReturnsVoid
            ? $"{indent}{{\n{indent}    {call};\n{indent}    return default;\n{indent}}}"
            : $"{indent}    => new({call});");
    }

    // A cast to the interface would make a copy.
    private static BodyModel CallOnStruct(TwinSource source, string @interface, string indent)
    {
        string call = OriginalCall(source).Substring($"(({@interface})this)".Length);
        string typeParameters = source.Declaration.TypeParameterList is { } list ? ", " + list.ToString().Trim('<', '>') : "";
        string typeArguments = typeParameters.Length == 0 ? "" : $"<{Nameable.Display(source.Method.ContainingType)}{typeParameters}>";
        string parameters = TwinParameters.Of(source) is { Length: > 0 } taken ? ", " + taken : "";
        string arguments = string.Concat(source.Declaration.Parameters.Select(static p => ", " + p.Identifier.Text).Concat(source.Method.MethodKind == MethodKind.PropertySet ? [", value"] : []));
        string constraints = string.Concat(MethodParts.WorkerConstraints(source).Select(static c => " " + c));
        string result = source.Method.ReturnsVoid ? "void" : source.Declaration.Type!.ToString();
        string invoke = $"Call{typeArguments}(ref this{arguments})";
        return new BodyModel(false, 0, "", $"{indent}{{\n" +
            (source.Method.ReturnsVoid ? $"{indent}    {invoke};\n{indent}    return default;\n" : $"{indent}    return new({invoke});\n") +
            $"{indent}    static {result} Call<__TSelf{typeParameters}>(ref __TSelf __self{parameters}) where __TSelf : {@interface}{constraints} => __self{call};\n{indent}}}");
    }

    /// <summary>For a twin whose body is that of another generated method.</summary>
    public static BodyModel Await(TwinSource source, string worker) => new(
        true, 0, "", $"{new string(' ', source.Depth * 4)}    => await {worker}{TypeArguments(source.Declaration)}({string.Join(", ", source.Declaration.Parameters.Select(static p => p.Identifier.Text))});");

    /// <summary>The call of the original with the twin's own parameters.</summary>
    public static string OriginalCall(TwinSource source)
    {
        IMethodSymbol method = source.Method;
        BodyDeclaration declaration = source.Declaration;
        string arguments = TwinParameters.ArgumentsOf(source);
        string receiver = ReceiverOf(source);
        return method.AssociatedSymbol switch
        {
            IPropertySymbol { IsIndexer: true } => $"{(receiver.Length == 0 ? "this" : receiver.TrimEnd('.'))}[{arguments}]{SetterEnd(method)}",
            IPropertySymbol => $"{receiver}{declaration.OwnerName.Text}{SetterEnd(method)}",
            _ => $"{receiver}{declaration.Identifier.Text}{TypeArguments(declaration)}({arguments})",
        };
    }

    /// <summary>The type parameters of the method as arguments, or nothing.</summary>
    public static string TypeArguments(BodyDeclaration declaration) => declaration.TypeParameterList is { } list
        ? "<" + string.Join(", ", list.Parameters.Select(static p => p.Identifier.Text)) + ">"
        : "";

    private static string SetterEnd(IMethodSymbol accessor) => accessor.MethodKind == MethodKind.PropertySet ? " = value" : "";

    private static string ReceiverOf(TwinSource source)
    {
        IMethodSymbol method = source.Method;
        if (source.Declaration.ExplicitInterface is { } @interface)
            return $"(({@interface.Name})this).";
        if (method is { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true } && MemberRules.SelfOf(method.ContainingType) is { } self)
            return self.Name + ".";
        if (method.ContainingType.ExtensionParameter is { } extended)
            return (method.IsStatic ? Nameable.Display(extended.Type) : extended.Name) + ".";

        string name = method.AssociatedSymbol?.Name ?? method.Name;
        return !method.Parameters.Any(p => p.Name == name) && !Declares(source.Declaration.Body, name) ? ""
            : method.IsStatic ? Nameable.Display(method.ContainingType) + "."
            : "this.";
    }

    // A local of the original's name would be meant in its place.
    private static bool Declares(SyntaxNode? body, string name) => body is not null && body.DescendantTokens().Any(token =>
        token.ValueText == name &&
        token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or LocalFunctionStatementSyntax or CatchDeclarationSyntax);

    // An arrow becomes a block on the same line.
    private static IEnumerable<TextEdit> FrameOf(TwinSource source)
    {
        string start = (source.IsGuarded ? " " + GuardReader.Read(source) : "") + source.Analysis.Prologue;
        string end = source.Analysis.Epilogue;
        if (start.Length == 0)
            return [];

        if (source.Declaration.Block is { } block)
            return [TextEdit.Insert(block.OpenBraceToken.Span.End, start), TextEdit.Insert(block.CloseBraceToken.SpanStart, end)];

        ArrowExpressionClauseSyntax arrow = source.Declaration.Arrow!;
        if (source.Analysis.Edits.Any(e => e.Start == arrow.ArrowToken.SpanStart && e.Length > 0))
            return [TextEdit.Insert(arrow.ArrowToken.Span.End, start), TextEdit.Insert(source.Declaration.BodySpan.End, end)];

        string @return = source.Method.ReturnsVoid || arrow.Expression is ThrowExpressionSyntax ? "" : " return";
        return
        [
            new TextEdit(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, $"{{{start}{@return}"),
            TextEdit.Insert(source.Declaration.BodySpan.End, end + " }"),
        ];
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
