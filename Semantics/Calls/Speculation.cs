using System.Collections.Immutable;
using System.Text;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Asks the compiler what an edited call would bind to.</summary>
internal static class Speculation
{
    public static IMethodSymbol? Bind(SemanticModel model, ExpressionSyntax call, ImmutableArray<TextEdit> edits)
    {
        string text = Apply(call.ToString(), call.SpanStart, edits);
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text, options: call.SyntaxTree.Options);
        if (expression.ContainsDiagnostics)
            return null;

        return model.GetSpeculativeSymbolInfo(call.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
    }

    /// <summary>Applies <paramref name="edits"/>, given in the positions of the file, to <paramref name="text"/> that starts at <paramref name="offset"/>.</summary>
    public static string Apply(string text, int offset, ImmutableArray<TextEdit> edits)
    {
        StringBuilder result = new(text.Length + 32);
        int taken = 0;
        foreach (TextEdit edit in edits.OrderBy(static e => e.Start))
        {
            result.Append(text, taken, edit.Start - offset - taken).Append(edit.NewText);
            taken = edit.End - offset;
        }

        return result.Append(text, taken, text.Length - taken).ToString();
    }
}
