namespace CoGen.Semantics.Catalog;

/// <summary>Who made a rule. A rule of the project wins over one of a package, and that over one of ours.</summary>
public enum RuleSource
{
    /// <summary><c>patches.tsv</c>.</summary>
    BuiltIn,

    /// <summary>An attribute in a referenced assembly.</summary>
    Package,

    /// <summary>An attribute, or a file, of the project.</summary>
    Project,
}
