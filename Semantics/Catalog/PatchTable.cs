namespace CoGen.Semantics.Catalog;

/// <summary>The built-in rules: <c>patches.tsv</c>.</summary>
public static class PatchTable
{
    private const int Columns = 7;

    private static readonly Lazy<RuleLayer> s_rules = new(static () => new RuleLayer(Rows), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All rows, in their order.</summary>
    public static IEnumerable<PatchRule> Rows
    {
        get
        {
            foreach (string[] cells in TsvResource.Read("patches.tsv", Columns))
                yield return PatchRule.Parse(cells, out string? error) ?? throw new InvalidOperationException($"patches.tsv: {error}.");
        }
    }

    internal static RuleLayer Rules => s_rules.Value;
}
