namespace CoGen.Generator.Reading;

/// <summary>A short hash that is the same on every machine and in every run.</summary>
internal static class StableHash
{
    public static string Of(string text)
    {
        // FNV-1a.
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
