using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Catalog;

/// <summary>What becomes of the calls of one member, or of those of a pattern: a row of <c>patches.tsv</c>, of a file like it, or an attribute.</summary>
/// <param name="Member">The documentation id, or a pattern of ids, that the rule stands for.</param>
/// <param name="Area">The part of the framework, for readers of the table.</param>
/// <param name="Action">What becomes of the call.</param>
/// <param name="With">The full name of the static method that takes its place; where the call stays, what to write instead, as a clause.</param>
/// <param name="Because">What happens, and why; where the call stays, what the thread waits for, as a noun phrase.</param>
/// <param name="Source">Where the behaviour of the original is laid down.</param>
/// <param name="Test">What pins it.</param>
public sealed record PatchRule(string Member, string Area, PatchAction Action, string With, string Because, string Source, string Test)
{
    /// <summary>Who made it.</summary>
    public RuleSource Origin { get; init; } = RuleSource.BuiltIn;

    /// <summary>The methods that may take the call's place, where the rule names them by symbol.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; init; } = [];

    /// <summary>What tells it from the other rules of its source, however often that is read.</summary>
    public string Key => $"{Member} {Action} {With} {Methods.FirstOrDefault()?.GetDocumentationCommentId()}";

    /// <summary>Whether a method takes the call's place.</summary>
    public bool Replaces => Action is PatchAction.Swap or PatchAction.Adapt or PatchAction.Cooperate;

    /// <summary>Whether the call as it is blocks.</summary>
    public bool Blocks => Action != PatchAction.Leave;

    /// <summary>
    /// Whether it may wait for as long as somebody else likes; otherwise only for the operating system or the stream below, which is
    /// not worth a warning.
    /// </summary>
    public bool MayWaitLong => Action is not (PatchAction.Hint or PatchAction.Leave) && !(Action == PatchAction.Offload && Area == "files");

    /// <summary>What the thread waits for, as a noun phrase.</summary>
    public string WaitsFor => Action is PatchAction.Warn or PatchAction.Hint ? Because : "what it calls";

    /// <summary>What to write instead of a call that stays.</summary>
    public string Advice => Action is PatchAction.Warn or PatchAction.Hint ? With : "";

    /// <summary>Makes a rule of the cells of a row; null, with the reason, if it is none.</summary>
    public static PatchRule? Parse(string[] cells, out string? error)
    {
        error = null;
        if (cells.Length < 3 || cells.Length > 7)
            error = $"a row has 3 to 7 cells, parted by tabs, and this one has {cells.Length}";
        else if (!MemberPattern.IsWellFormed(cells[0]))
            error = $"'{cells[0]}' is no documentation id, which begins with M:, P: or T:, nor an assembly, A:";
        else if (!Enum.TryParse(cells[2], ignoreCase: true, out PatchAction action) || char.IsDigit(cells[2][0]))
            error = $"'{cells[2]}' is no action";
        else if (action is PatchAction.Swap or PatchAction.Adapt or PatchAction.Cooperate && (!Cell(3).Contains('.') || cells[0][0] is 'T' or 'A'))
            error = cells[0][0] is 'T' or 'A' ? "one method cannot take the place of all members of a type" : "the fourth cell has to name the static method that takes the call's place, with its namespace";
        else
            return new PatchRule(cells[0], Cell(1), action, Cell(3), Cell(4), Cell(5), Cell(6));

        return null;

        string Cell(int i) => i < cells.Length && cells[i] != "-" ? cells[i] : "";
    }
}
