using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Writes out a <c>foreach</c> whose enumerator is awaited, as the compiler would: each round has a variable of its own.</summary>
internal sealed partial class BodyWalker
{
    private void WriteLoop(CommonForEachStatementSyntax loop, ExplicitLoop written)
    {
        string run = _names.Next();
        _patched.Add(new PatchedCall(written.Symbol, new CallPatch(TwinOrigin.Coroutine, loop.Expression, written.Twin, null, [], []), loop.ForEachKeyword.GetLocation()));
        _edits.Add(Replace(loop.ForEachKeyword, $"{{ var {run} = {written.Begin.Before}"));
        foreach (SyntaxToken token in loop.DescendantTokens().Where(t => t.SpanStart > loop.OpenParenToken.SpanStart && t.SpanStart < loop.Expression.SpanStart))
            _edits.Add(Remove(token));
        Visit(loop.Expression);

        string value = written.Current.Before + run + written.Current.After;
        _edits.Add(Replace(loop.CloseParenToken, $"){written.Begin.After}; {(written.End is null ? "" : "try { ")}while ({written.Move.Before}{run}{written.Move.After}) {{ {Declaration(loop, value)};"));
        Visit(loop.Statement);
        _edits.Add(TextEdit.Insert(loop.Span.End, written.End is var (before, after) ? $" }} }} finally {{ {before}{run}{after} }} }}" : " } }"));
    }

    private static string Declaration(CommonForEachStatementSyntax loop, string value)
    {
        if (loop is not ForEachStatementSyntax { Type: var type, Identifier.Text: var name })
            return $"{OnOneLine(((ForEachVariableStatementSyntax)loop).Variable)} = {value}";

        return type switch
        {
            RefTypeSyntax or ScopedTypeSyntax => $"{OnOneLine(type)} {name} = ref {value}",
            { IsVar: true } => $"var {name} = {value}",
            _ => $"{OnOneLine(type)} {name} = ({OnOneLine(type)}){value}",
        };
    }

    private static string OnOneLine(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(static t => t.Text));

    // Lines stay where they are, for the debugger, and so do comments.
    private static TextEdit Remove(SyntaxToken token)
    {
        bool isFollowedBySpace = token.TrailingTrivia.All(static t => t.IsKind(SyntaxKind.WhitespaceTrivia));
        return new TextEdit(token.SpanStart, (isFollowedBySpace ? token.FullSpan.End : token.Span.End) - token.SpanStart, "");
    }

    private static TextEdit Replace(SyntaxToken token, string text) => new(token.SpanStart, token.Span.Length, text);
}
