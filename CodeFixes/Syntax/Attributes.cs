using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.CodeFixes.Syntax;

/// <summary>Takes attributes away.</summary>
internal static class Attributes
{
    /// <summary>The same tree without these attributes of members; a list that is empty then goes too, and its line. Comments stay.</summary>
    public static SyntaxNode Remove(SyntaxNode root, IEnumerable<AttributeSyntax> attributes)
    {
        HashSet<AttributeSyntax> gone = [.. attributes];
        IEnumerable<MemberDeclarationSyntax> members = gone.Select(static attribute => attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>()).OfType<MemberDeclarationSyntax>().Distinct();
        return root.ReplaceNodes(members, (member, _) => WithoutLists(member, gone));
    }

    private static MemberDeclarationSyntax WithoutLists(MemberDeclarationSyntax member, HashSet<AttributeSyntax> gone)
    {
        List<AttributeListSyntax> lists = [];
        SyntaxTriviaList carried = default;
        bool carries = false;
        foreach (AttributeListSyntax list in member.AttributeLists)
        {
            AttributeSyntax[] left = [.. list.Attributes.Where(attribute => !gone.Contains(attribute))];
            SyntaxTriviaList leading = carries ? carried : list.GetLeadingTrivia();
            if (left.Length == 0)
            {
                // What stood before the first list, as the comment of the member, now stands before what follows.
                carried = WithComment(leading, list.GetTrailingTrivia());
                carries = true;
                continue;
            }

            AttributeListSyntax kept = left.Length == list.Attributes.Count ? list : list.WithAttributes(Without(list.Attributes, gone));
            lists.Add(kept.WithLeadingTrivia(leading));
            carries = false;
        }

        MemberDeclarationSyntax bare = member.WithAttributeLists(SyntaxFactory.List(lists));
        return !carries ? bare
            : lists.Count == 0 ? bare.WithLeadingTrivia(carried)
            : bare;
    }

    // A list on a line of its own takes that line with it; a comment at its end is kept, on a line of its own.
    private static SyntaxTriviaList WithComment(SyntaxTriviaList leading, SyntaxTriviaList trailing) =>
        trailing.Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            ? leading.AddRange(trailing.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).AddRange(leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            : leading;

    private static SeparatedSyntaxList<AttributeSyntax> Without(SeparatedSyntaxList<AttributeSyntax> attributes, HashSet<AttributeSyntax> gone)
    {
        for (int i = attributes.Count - 1; i >= 0; i--)
        {
            if (gone.Contains(attributes[i]))
            {
                attributes = attributes.RemoveAt(i);
            }
        }

        return attributes;
    }
}
