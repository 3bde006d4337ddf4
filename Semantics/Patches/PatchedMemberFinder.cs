using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>Finds the members that a pattern stands for.</summary>
public static class PatchedMemberFinder
{
    /// <summary>None where there is nothing of that name; for the pattern of a type the type, for that of an assembly the assembly.</summary>
    public static IEnumerable<ISymbol> Find(string pattern, Compilation compilation)
    {
        string name = pattern.Substring(2);
        switch (pattern[0])
        {
            case 'A':
                return compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Append(compilation.Assembly)
                    .Where(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));
            case 'T':
                return DocumentationCommentId.GetSymbolsForDeclarationId(pattern, compilation);
        }

        MemberPattern wanted = new(pattern);
        if (wanted.IsExact)
            return DocumentationCommentId.GetSymbolsForDeclarationId(pattern, compilation);

        int end = name.IndexOf('(');
        int dot = name.Substring(0, end).LastIndexOf('.');
        return dot < 0 ? [] : DocumentationCommentId.GetSymbolsForDeclarationId("T:" + name.Substring(0, dot), compilation).OfType<INamedTypeSymbol>()
            .SelectMany(static t => t.GetMembers()).Where(m => m.GetDocumentationCommentId() is { } id && id[0] == pattern[0] && wanted.Matches(id));
    }
}
