namespace CoGen.Analyzers.Rules;

internal static class RuleHelp
{
    /// <summary>The page of a rule.</summary>
    public static string UriOf(string id) => $"https://github.com/cogen-net/cogen/blob/main/docs/rules/{id}.md";
}
