namespace CoGen.Semantics.Versions;

/// <summary>A hash of 64 bits (FNV-1a), long enough to take what it stands for as equal.</summary>
internal static class Hash
{
    private const ulong Prime = 1099511628211;

    public const ulong Empty = 14695981039346656037;

    public static ulong Add(ulong hash, string text)
    {
        foreach (char c in text)
            hash = unchecked((hash ^ c) * Prime);
        return unchecked((hash ^ 0x10000) * Prime);
    }

    public static ulong Add(ulong hash, ulong value)
    {
        for (int shift = 0; shift < 64; shift += 16)
            hash = unchecked((hash ^ ((value >> shift) & 0xFFFF)) * Prime);
        return hash;
    }
}
