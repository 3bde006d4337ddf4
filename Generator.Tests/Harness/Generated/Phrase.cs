using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>What a phrase stands for in a program.</summary>
internal enum PhraseKind
{
    Int,
    Bool,
    Text,
    Statement,
    Block,
}

/// <summary>A piece of a generated program.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Template">Its text: <c>{0}</c> is a part, <c>{n}</c> a name that nothing else has.</param>
/// <param name="Parts">The phrases inside it; those of a block are its statements.</param>
internal sealed partial record Phrase(PhraseKind Kind, string Template, ImmutableArray<Phrase> Parts)
{
    public int Size => 1 + Parts.Sum(static p => p.Size);

    public static Phrase Leaf(PhraseKind kind) => kind switch
    {
        PhraseKind.Int => new Phrase(kind, "1", []),
        PhraseKind.Bool => new Phrase(kind, "true", []),
        PhraseKind.Text => new Phrase(kind, "\"x\"", []),
        PhraseKind.Statement => new Phrase(kind, ";", []),
        _ => new Phrase(kind, "", []),
    };

    public string Write()
    {
        StringBuilder text = new();
        int names = 0;
        Write(text, ref names, "        ");
        return text.ToString();
    }

    /// <summary>Smaller phrases of the same kind, the smallest first.</summary>
    public IEnumerable<Phrase> Shrink()
    {
        if (Size == 1)
            yield break;
        if (Kind != PhraseKind.Block || Parts.Length > 0)
            yield return Leaf(Kind);
        foreach (Phrase inner in Inner(Kind))
            yield return inner;
        for (int i = 0; i < Parts.Length; i++)
        {
            if (Kind == PhraseKind.Block)
                yield return this with { Parts = Parts.RemoveAt(i) };
            foreach (Phrase smaller in Parts[i].Shrink())
                yield return this with { Parts = Parts.SetItem(i, smaller) };
        }
    }

    // A statement may also stand in the place of one that it is a part of.
    private IEnumerable<Phrase> Inner(PhraseKind kind)
    {
        foreach (Phrase part in Parts)
        {
            if (part.Kind == kind)
                yield return part;
            else if (kind is PhraseKind.Statement && part.Kind == PhraseKind.Block)
                yield return new Phrase(kind, "{0}", [part]);
        }
    }

    private void Write(StringBuilder text, ref int names, string indent)
    {
        if (Kind == PhraseKind.Block)
        {
            text.Append("{\n");
            foreach (Phrase statement in Parts)
            {
                text.Append(indent).Append("    ");
                statement.Write(text, ref names, indent + "    ");
                text.Append('\n');
            }

            text.Append(indent).Append('}');
            return;
        }

        int own = Template.Contains("{n}", StringComparison.Ordinal) ? names++ : 0;
        int taken = 0;
        foreach (Match hole in HolePattern().Matches(Template))
        {
            text.Append(Template, taken, hole.Index - taken);
            taken = hole.Index + hole.Length;
            if (hole.Groups[1].Value == "n")
                text.Append(CultureInfo.InvariantCulture, $"n{own}");
            else
                Parts[int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture)].Write(text, ref names, indent);
        }

        text.Append(Template, taken, Template.Length - taken);
    }

    [GeneratedRegex(@"\{(\d|n)\}")]
    private static partial Regex HolePattern();
}
