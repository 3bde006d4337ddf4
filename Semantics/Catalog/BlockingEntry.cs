namespace CoGen.Semantics.Catalog;

/// <summary>A row of <c>blocking.tsv</c>: a member that is known to block the thread and has no twin.</summary>
/// <param name="Member">The documentation id, or a pattern of ids, that the row stands for.</param>
/// <param name="Area">The part of the framework, for readers of the table.</param>
/// <param name="MayWaitLong">
/// Whether it waits for somebody else, for as long as that one likes; otherwise only for the operating system or the stream below.
/// </param>
/// <param name="WaitsFor">What the thread waits for, as a noun phrase.</param>
/// <param name="Advice">What to write instead, as a clause without a full stop.</param>
public sealed record BlockingEntry(string Member, string Area, bool MayWaitLong, string WaitsFor, string Advice)
{
    internal static BlockingEntry Parse(string[] cells) => new(cells[0], cells[1], cells[2] == "warning", cells[3], cells[4]);
}
