using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// The parts of a property's place that are evaluated once and named twice: <c>f() is var r &amp;&amp; g() is var i</c>, which is always true,
/// and declares a variable for each.
/// </summary>
internal sealed class HeldParts
{
    private const string Prefix = "__h";

    private readonly ImmutableArray<(ExpressionSyntax Part, string Name)> _held;

    private HeldParts(string receiver, ImmutableArray<string> arguments, ImmutableArray<(ExpressionSyntax Part, string Name)> held)
    {
        Receiver = receiver;
        Arguments = arguments;
        _held = held;
    }

    /// <summary>What stands for the receiver.</summary>
    public string Receiver { get; }

    /// <summary>What stands for each argument of an indexer.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The parts, in the order in which they are evaluated.</summary>
    public IEnumerable<ExpressionSyntax> Parts => _held.Select(static h => h.Part);

    /// <summary>Where the last of them ends.</summary>
    public int End => _held[_held.Length - 1].Part.Span.End;

    /// <summary>Null where a part cannot be held in a variable of just its type.</summary>
    public static HeldParts? Of(ExpressionSyntax place, IPropertyReferenceOperation property, SemanticModel model)
    {
        (ExpressionSyntax Receiver, ImmutableArray<ArgumentSyntax> Arguments)? parts = place switch
        {
            MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => (access.Expression, []),
            ElementAccessExpressionSyntax element => (element.Expression, [.. element.ArgumentList.Arguments]),
            _ => null,
        };
        SyntaxNode member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(static n => n is not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
        if (parts is not var (receiver, arguments) || property.Instance is null || !property.Arguments.All(a => CanHold(a, arguments)) ||
            member.DescendantTokens().Any(static t => t.ValueText.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        List<(ExpressionSyntax, string)> held = [];
        string written = receiver is ThisExpressionSyntax or BaseExpressionSyntax ? receiver.ToString() : Hold(receiver);
        string[] names = [.. arguments.Select(a => Hold(a.Expression))];
        return held.Count == 0 ? null : new HeldParts(written, [.. names], [.. held]);

        string Hold(ExpressionSyntax part)
        {
            string name = $"{Prefix}{place.SpanStart - member.SpanStart}_{held.Count}";
            held.Add((part, name));
            return name;
        }
    }

    /// <summary>What opens <paramref name="whole"/>, before the edits of the parts.</summary>
    public TextEdit Open(ExpressionSyntax whole) => new(whole.SpanStart, _held[0].Part.SpanStart - whole.SpanStart, "(");

    /// <summary>The edits from there up to <see cref="End"/>, after those of the parts.</summary>
    public IEnumerable<TextEdit> Edits()
    {
        for (int i = 0; i < _held.Length; i++)
        {
            int end = _held[i].Part.Span.End;
            yield return TextEdit.Insert(end, $" is var {_held[i].Name}");
            if (i + 1 < _held.Length)
                yield return new TextEdit(end, _held[i + 1].Part.SpanStart - end, " && ");
        }
    }

    private static bool CanHold(IArgumentOperation argument, ImmutableArray<ArgumentSyntax> arguments) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Syntax: ArgumentSyntax { NameColon: null, RefKindKeyword.RawKind: 0 } syntax, Parameter.Type: { IsRefLikeType: false } type } &&
        arguments.Contains(syntax) && argument.SemanticModel?.GetTypeInfo(syntax.Expression).Type is { } given && Signatures.AreEqual(given, type);
}
