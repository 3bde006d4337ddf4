namespace CoGen.Analyzers.Rules;

internal static class RuleCategories
{
    /// <summary>A tagged method cannot have a twin.</summary>
    public const string Shape = "CoGen.Shape";

    /// <summary>Something blocks, unpatched.</summary>
    public const string Blocking = "CoGen.Blocking";

    /// <summary>What happens where a coroutine yields.</summary>
    public const string Yields = "CoGen.Yields";

    /// <summary>A patch of the project is amiss.</summary>
    public const string Patches = "CoGen.Patches";
}
