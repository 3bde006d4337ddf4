using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Generator.Reading;

/// <summary>Reads all that gives the names in a method their meaning.</summary>
internal static class ScopeReader
{
    public static ScopeModel Read(BodyDeclaration body, SemanticModel model)
    {
        SyntaxNode declaration = body.Owner;
        CompilationUnitSyntax root = declaration.SyntaxTree.GetCompilationUnitRoot();
        EquatableArray<NamespaceModel> namespaces = Namespaces(declaration);
        return new ScopeModel(
            root.GetFirstToken(includeZeroWidth: true).LeadingTrivia.Where(IsSymbolDirective).Select(static t => t.ToString().Trim()).ToEquatableArray(),
            NullableContextOf(model, declaration.SpanStart),
            Directives(root.Externs, root.Usings),
            namespaces,
            Types(declaration).ToEquatableArray(),
            namespaces.Count == 1 && LanguageLevel.HasFileScopedNamespaces(declaration.SyntaxTree.Options));
    }

    private static bool IsSymbolDirective(SyntaxTrivia trivia) =>
        trivia.GetStructure() is DefineDirectiveTriviaSyntax { IsActive: true } or UndefDirectiveTriviaSyntax { IsActive: true };

    private static string NullableContextOf(SemanticModel model, int position)
    {
        NullableContext context = model.GetNullableContext(position);
        return (context.AnnotationsEnabled(), context.WarningsEnabled()) switch
        {
            (true, true) => "enable",
            (true, false) => "enable annotations",
            (false, true) => "enable warnings",
            _ => "disable",
        };
    }

    // Names are looked up level by level. Without directives of their own, nested namespaces are one level after the
    // other however they are written; with them, the levels must stay as they are.
    private static EquatableArray<NamespaceModel> Namespaces(SyntaxNode declaration)
    {
        NamespaceModel[] spaces =
        [
            .. declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse()
                .Select(static n => new NamespaceModel(n.Name.ToString(), Directives(n.Externs, n.Usings))),
        ];
        return spaces.Length > 1 && spaces.All(static s => s.Usings.Count == 0)
            ? new EquatableArray<NamespaceModel>([new NamespaceModel(string.Join(".", spaces.Select(static s => s.Name)), default)])
            : spaces.ToEquatableArray();
    }

    private static EquatableArray<string> Directives(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings) =>
        externs.Where(Wholeness.IsWhole).Select(static e => e.ToString())
            .Concat(usings.Where(static u => u.GlobalKeyword.IsKind(SyntaxKind.None) && Wholeness.IsWhole(u)).Select(static u => u.ToString()))
            .ToEquatableArray();

    private static IEnumerable<string> Types(SyntaxNode declaration)
    {
        TypeDeclarationSyntax[] types = [.. declaration.Ancestors().OfType<TypeDeclarationSyntax>().Reverse()];
        return types.Length == 0 ? ["partial class Program"] : types.Select(HeaderOf);
    }

    private static string HeaderOf(TypeDeclarationSyntax type)
    {
        if (type is ExtensionBlockDeclarationSyntax extension)
        {
            int end = extension.ConstraintClauses.LastOrDefault()?.Span.End ?? extension.ParameterList?.Span.End ?? extension.Keyword.Span.End;
            return extension.SyntaxTree.GetText().ToString(TextSpan.FromBounds(extension.Keyword.SpanStart, end));
        }

        string prefix = type.Modifiers.Any(SyntaxKind.RefKeyword) ? "ref partial" : "partial";
        string keyword = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"{record.Keyword.ValueText} {record.ClassOrStructKeyword.ValueText}"
            : type.Keyword.ValueText;
        string parameters = type.TypeParameterList is { } list
            ? "<" + string.Join(", ", list.Parameters.Select(static p => p.VarianceKeyword.RawKind == 0 ? p.Identifier.Text : $"{p.VarianceKeyword.Text} {p.Identifier.Text}")) + ">"
            : "";
        return $"{prefix} {keyword} {type.Identifier.Text}{parameters}";
    }
}
