using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Bodies;

/// <summary>What the twin of an iterator calls the parameter that its values go to.</summary>
public static class YielderName
{
    /// <summary>A name that nothing in <paramref name="member"/> has.</summary>
    public static string For(SyntaxNode member)
    {
        string name = "__yield";
        while (member.DescendantTokens().Any(token => token.ValueText == name))
            name += "_";

        return name;
    }
}
