using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Says which calls the compiler leaves out: those of <c>[Conditional]</c> methods where none of their symbols is defined.</summary>
internal static class ConditionalCalls
{
    public static bool IsLeftOut(IMethodSymbol method, SyntaxTree tree)
    {
        List<string> wanted = [];
        for (IMethodSymbol? declared = method.OriginalDefinition; declared is not null; declared = declared.OverriddenMethod)
        {
            foreach (AttributeData attribute in declared.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } &&
                    attribute.ConstructorArguments is [{ Value: string symbol }])
                {
                    wanted.Add(symbol);
                }
            }
        }

        if (wanted.Count == 0)
            return false;

        HashSet<string> defined = [.. tree.Options.PreprocessorSymbolNames];
        foreach (SyntaxTrivia trivia in tree.GetRoot().GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            switch (trivia.GetStructure())
            {
                case DefineDirectiveTriviaSyntax { IsActive: true } define: defined.Add(define.Name.ValueText); break;
                case UndefDirectiveTriviaSyntax { IsActive: true } undef: defined.Remove(undef.Name.ValueText); break;
            }
        }

        return !wanted.Any(defined.Contains);
    }
}
