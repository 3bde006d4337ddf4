using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>A piece of a generated program.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Template">Its text: <c>{0}</c> is a part, <c>{n}</c> a name that nothing else has, <c>{exit}</c> what leaves the function.</param>
/// <param name="Parts">The phrases inside it; those of a block are its statements.</param>
internal sealed partial record Phrase(PhraseKind Kind, string Template, ImmutableArray<Phrase> Parts)
{
    /// <summary>What leaves the function that this phrase is in, where it is another one than that of the phrase around it.</summary>
    public string? Exit { get; init; }

    public int Size => 1 + Parts.Sum(static p => p.Size);

    private bool IsBlock => Kind is PhraseKind.Block or PhraseKind.YieldBlock or PhraseKind.Code or PhraseKind.YieldCode;

    public static Phrase Leaf(PhraseKind kind) => new(kind, kind switch
    {
        PhraseKind.Int => "1",
        PhraseKind.Bool => "true",
        PhraseKind.Text => "\"x\"",
        PhraseKind.Statement => ";",
        PhraseKind.Yield => "yield return 1;",
        PhraseKind.Items => "new int[] { 1, 2 }",
        PhraseKind.Box => "box",
        _ => "",
    }, []);

    public string Write()
    {
        StringBuilder text = new();
        int names = 0;
        Write(text, ref names, "    ", "return 0;");
        return text.ToString();
    }

    /// <summary>Smaller phrases of the same kind, the smallest first.</summary>
    public IEnumerable<Phrase> Shrink()
    {
        if (Size == 1)
            yield break;
        if (Kind != PhraseKind.Member && (!IsBlock || Parts.Length > 0))
            yield return Leaf(Kind) with { Exit = Exit };
        foreach (Phrase inner in Inner())
            yield return inner with { Exit = Exit };
        for (int i = 0; i < Parts.Length; i++)
        {
            if (IsBlock)
                yield return this with { Parts = Parts.RemoveAt(i) };
            foreach (Phrase smaller in Parts[i].Shrink())
                yield return this with { Parts = Parts.SetItem(i, smaller) };
        }
    }

    // A statement may also stand in the place of one that it is a part of.
    private IEnumerable<Phrase> Inner()
    {
        foreach (Phrase part in Parts.Where(static p => p.Exit is null))
        {
            if (part.Kind == Kind && !IsBlock)
                yield return part;
            else if ((Kind, part.Kind) is (PhraseKind.Statement, PhraseKind.Block) or (PhraseKind.Yield, PhraseKind.YieldBlock))
                yield return new Phrase(Kind, "{0}", [part]);
        }
    }

    private void Write(StringBuilder text, ref int names, string indent, string exit)
    {
        exit = Exit ?? exit;
        if (IsBlock)
        {
            WriteBlock(text, ref names, indent, exit);
            return;
        }

        int own = Template.Contains("{n}", StringComparison.Ordinal) ? names++ : 0;
        int taken = 0;
        foreach (Match hole in HolePattern().Matches(Template))
        {
            text.Append(Template, taken, hole.Index - taken);
            taken = hole.Index + hole.Length;
            string name = hole.Groups[1].Value;
            if (name == "n")
                text.Append(CultureInfo.InvariantCulture, $"n{own}");
            else if (name == "exit")
                text.Append(exit);
            else
                Parts[int.Parse(name, CultureInfo.InvariantCulture)].Write(text, ref names, indent, exit);
        }

        text.Append(Template, taken, Template.Length - taken);
    }

    private void WriteBlock(StringBuilder text, ref int names, string indent, string exit)
    {
        bool isCode = Kind is PhraseKind.Code or PhraseKind.YieldCode;
        string inside = indent + (isCode ? "" : "    ");
        text.Append(isCode ? $"if (!Fuel()) {exit}\n{inside}{GeneratedMember.Locals}\n" : "{\n");
        foreach (Phrase statement in Parts)
        {
            text.Append(inside);
            statement.Write(text, ref names, inside, exit);
            text.Append('\n');
        }

        text.Append(indent).Append(isCode ? GeneratedMember.Ending : "}");
    }

    [GeneratedRegex(@"\{(\d+|n|exit)\}")]
    private static partial Regex HolePattern();
}
