using System.Globalization;

namespace CoGen.Sample.Mods;

/// <summary>A file to download, as the server's index lists it.</summary>
internal sealed record Mod(string Name, long Size, string Sha256)
{
    public string ToIndexLine() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Size} {Sha256}");

    public static Mod FromIndexLine(string line)
    {
        string[] fields = line.Split(' ');
        return new Mod(fields[0], long.Parse(fields[1], CultureInfo.InvariantCulture), fields[2]);
    }
}
