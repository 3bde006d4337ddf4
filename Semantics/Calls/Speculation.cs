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
    /// <param name="model">The model of the file that the call stands in.</param>
    /// <param name="call">The call; a link of a <c>?.</c> chain is bound as if it stood behind a dot.</param>
    /// <param name="opening">What goes in front of it.</param>
    /// <param name="closing">All other edits.</param>
    public static IMethodSymbol? Bind(
        SemanticModel model, ExpressionSyntax call, ImmutableArray<TextEdit> opening, ImmutableArray<TextEdit> closing)
    {
        if (ReceiverOf(call, model) is { Length: > 0 } receiver)
            opening = opening.Add(TextEdit.Insert(call.SpanStart, receiver));
        ImmutableArray<TextEdit> edits = opening.AddRange(closing);
        edits = edits.AddRange(Directives.DeadTrivia(call, call.Span)
            .Where(dead => edits.All(e => e.End <= dead.SpanStart || e.Start >= dead.Span.End))
            .Select(static dead => new TextEdit(dead.SpanStart, dead.Span.Length, "")));
        string text = Apply(call.ToString(), call.SpanStart, edits);
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text, options: call.SyntaxTree.Options);
        if (expression.ContainsDiagnostics)
            return null;

        return model.GetSpeculativeSymbolInfo(call.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
    }

    /// <summary>What the binding that <paramref name="link"/> begins with hangs on; nothing for what is no link of a <c>?.</c> chain.</summary>
    private static string ReceiverOf(ExpressionSyntax link, SemanticModel model)
    {
        if (CallSite.BindingOf(link) is not { } binding || CallSite.OwnerOf(binding) is not { Expression: { } receiver })
            return "";

        bool isNullable = model.GetTypeInfo(receiver).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        return $"({ReceiverOf(receiver, model)}{receiver}){(isNullable ? ".Value" : "")}";
    }

    /// <summary>Applies <paramref name="edits"/>, given in the positions of the file, to <paramref name="text"/> that starts at <paramref name="offset"/>.</summary>
    public static string Apply(string text, int offset, ImmutableArray<TextEdit> edits)
    {
        StringBuilder result = new(text.Length + 32);
        int taken = 0;

        // What is put in at a place goes before what is replaced from there on.
        foreach (TextEdit edit in edits.OrderBy(static e => e.Start).ThenBy(static e => e.Length > 0))
        {
            result.Append(text, taken, edit.Start - offset - taken).Append(edit.NewText);
            taken = edit.End - offset;
        }

        return result.Append(text, taken, text.Length - taken).ToString();
    }
}
