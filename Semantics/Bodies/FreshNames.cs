using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Bodies;

/// <summary>Names for what the twin alone declares. They begin in a way that nothing of the user's member does.</summary>
internal sealed class FreshNames
{
    private readonly Lazy<string> _prefix;
    private int _count;

    public FreshNames(SyntaxNode body) => _prefix = new Lazy<string>(() => PrefixFor(body));

    public string Next() => _prefix.Value + _count++;

    private static string PrefixFor(SyntaxNode body)
    {
        string prefix = "__c";
        while (IsTaken(prefix, body.Parent ?? body))
            prefix += "c";

        return prefix;
    }

    private static bool IsTaken(string prefix, SyntaxNode member) =>
        member.DescendantTokens().Any(token => token.ValueText.StartsWith(prefix, StringComparison.Ordinal));
}
