using System.Security.Cryptography;

namespace CoGen.Sample.Mods;

/// <summary>A file as the server holds it: its bytes, how long it thinks before it answers, and whether it breaks off.</summary>
internal sealed record ModFile(Mod Mod, byte[] Content, int LatencyMs, bool BreaksOff)
{
    public const int Count = 100;

    private const int BrokenOne = 41;

    private static readonly string[] s_materials = ["amber", "basalt", "cedar", "dusk", "ember", "frost", "gilded", "hollow", "iron", "jade"];
    private static readonly string[] s_things = ["anvil", "beacon", "cavern", "drift", "engine", "forge", "garden", "harbor", "isle", "jungle"];

    /// <summary>The same hundred files on every run.</summary>
    public static IReadOnlyList<ModFile> CreateAll()
    {
        Random random = new(Seed: 100);
        return [.. Enumerable.Range(0, Count).Select(index => Create(index, random))];
    }

    private static ModFile Create(int index, Random random)
    {
        // Sizes are spread evenly over their logarithm, 8 KiB to 512 KiB: many small, few large.
        byte[] content = new byte[(int)(8 * 1024 * Math.Pow(64, random.NextDouble()))];
        random.NextBytes(content);

        string name = $"{s_materials[index / 10]}-{s_things[index % 10]}.zip";
        Mod mod = new(name, content.Length, Convert.ToHexString(SHA256.HashData(content)));
        return new ModFile(mod, content, random.Next(40, 160), index == BrokenOne);
    }
}
