using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Flow;

/// <summary>Finds where a coroutine yields: what the generator awaits, and nothing else.</summary>
internal static class YieldPoints
{
    /// <summary>The yield points in the order of their places.</summary>
    public static ImmutableArray<YieldPoint> In(AnalyzedCoroutine body)
    {
        if (!body.IsRepeated || !body.Analysis.Awaits)
        {
            return [];
        }

        List<YieldPoint> points = [];
        HashSet<CommonForEachStatementSyntax> loops = [];
        foreach (PatchedCall patched in body.Analysis.Patched)
        {
            if (patched.Patch.IsAwaited && !IsMadeOnly(patched, body.Analysis))
            {
                points.Add(Of(patched, loops));
            }
        }

        // A loop whose source was found as a sequence is awaited where it stands, not where the sequence is made.
        foreach (TextEdit edit in body.Analysis.Edits)
        {
            if (edit is { Length: 0, NewText: "await " }
                && body.Declaration.FindToken(edit.Start) is { RawKind: (int)SyntaxKind.ForEachKeyword, Parent: CommonForEachStatementSyntax loop }
                && loops.Add(loop))
            {
                points.Add(new YieldPoint(loop.Expression, YieldKind.Loop, "foreach", "await foreach", loop.ForEachKeyword.GetLocation()));
            }
        }

        return [.. points.OrderBy(point => point.Location.SourceSpan.Start)];
    }

    private static YieldPoint Of(PatchedCall patched, HashSet<CommonForEachStatementSyntax> loops)
    {
        CallPatch patch = patched.Patch;
        SyntaxToken token = patched.Location.SourceTree!.GetRoot().FindToken(patched.Location.SourceSpan.Start);
        YieldKind kind = token.Kind() switch
        {
            SyntaxKind.LockKeyword => patch.TwinName.EndsWith("EnterBrieflyAsync", StringComparison.Ordinal) ? YieldKind.BriefLock : YieldKind.Lock,
            SyntaxKind.ForEachKeyword => YieldKind.Loop,
            SyntaxKind.UsingKeyword => YieldKind.End,
            _ when patch.Call.SyntaxTree != patched.Location.SourceTree => YieldKind.Entry,
            _ => YieldKind.Call,
        };
        if (kind == YieldKind.Loop)
        {
            loops.Add((CommonForEachStatementSyntax)token.Parent!);
        }

        string name = kind is YieldKind.Lock or YieldKind.BriefLock ? "lock" : DisplayName.OfCall(patched.Symbol);
        return new YieldPoint(patch.Call, kind, name, patch.Origin == TwinOrigin.Offload ? null : Shorten(patch.TwinName, patched.Symbol), patched.Location);
    }

    // The twin is mostly a member of the same type.
    private static string Shorten(string twin, ISymbol symbol) =>
        symbol.ContainingType is INamedTypeSymbol type && twin.StartsWith(type.Name + ".", StringComparison.Ordinal) ? twin.Substring(type.Name.Length + 1) : twin;

    // The values of a sequence are waited for by who takes them: one by one by a loop or a link of LINQ, or all at once, where the sequence stands.
    private static bool IsMadeOnly(PatchedCall patched, CoroutineAnalysis analysis) =>
        patched.IsSequence && !analysis.Edits.Any(edit => edit.Start == patched.Patch.Call.SpanStart && edit.NewText.StartsWith("(await ", StringComparison.Ordinal));
}
