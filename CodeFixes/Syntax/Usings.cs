using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes.Syntax;

/// <summary>Adds <c>using CoGen;</c> where a sorted list of usings has it: after those of System, in the order of the alphabet.</summary>
internal static class Usings
{
    private const string Namespace = "CoGen";

    public static CompilationUnitSyntax AddCoGen(CompilationUnitSyntax root)
    {
        SyntaxTrivia endOfLine = EndOfLine.Of(root);
        UsingDirectiveSyntax directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(endOfLine);
        if (root.Usings.Count == 0)
        {
            return AddFirst(root, directive, endOfLine);
        }

        int index = 0;
        while (index < root.Usings.Count && ComesBefore(root.Usings[index]))
        {
            index++;
        }

        if (index == 0)
        {
            UsingDirectiveSyntax first = root.Usings[0];
            directive = directive.WithLeadingTrivia(first.GetLeadingTrivia());
            root = root.ReplaceNode(first, first.WithoutLeadingTrivia());
        }

        return root.WithUsings(root.Usings.Insert(index, directive));
    }

    // A comment that heads the file stays at its head: it ends where an empty line does.
    private static CompilationUnitSyntax AddFirst(CompilationUnitSyntax root, UsingDirectiveSyntax directive, SyntaxTrivia endOfLine)
    {
        SyntaxToken firstToken = root.GetFirstToken(includeZeroWidth: true);
        SyntaxTriviaList trivia = firstToken.LeadingTrivia;
        int headerEnd = 0;
        bool lineIsEmpty = true;
        for (int i = 0; i < trivia.Count; i++)
        {
            if (!trivia[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                lineIsEmpty &= trivia[i].IsKind(SyntaxKind.WhitespaceTrivia);
                continue;
            }

            if (lineIsEmpty)
            {
                headerEnd = i + 1;
            }

            lineIsEmpty = true;
        }

        SyntaxTriviaList header = SyntaxFactory.TriviaList(trivia.Take(headerEnd));
        SyntaxTriviaList rest = SyntaxFactory.TriviaList(trivia.Skip(headerEnd)).Insert(0, endOfLine);
        return root
            .ReplaceToken(firstToken, firstToken.WithLeadingTrivia(rest))
            .AddUsings(directive.WithLeadingTrivia(header));
    }

    private static bool ComesBefore(UsingDirectiveSyntax other)
    {
        if (other.Alias is not null || other.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
        {
            return false;
        }

        string name = other.Name?.ToString() ?? "";
        return name == "System"
            || name.StartsWith("System.", StringComparison.Ordinal)
            || string.Compare(name, Namespace, StringComparison.OrdinalIgnoreCase) < 0;
    }
}
