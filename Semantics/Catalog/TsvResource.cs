using System.Reflection;

namespace CoGen.Semantics.Catalog;

/// <summary>The tables that are embedded in this assembly: one row a line, cells parted by tabs, <c>#</c> begins a comment.</summary>
internal static class TsvResource
{
    /// <summary>Reads the rows of a table, each with exactly <paramref name="columns"/> cells.</summary>
    public static IEnumerable<string[]> Read(string fileName, int columns)
    {
        Assembly assembly = typeof(TsvResource).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The table '{fileName}' is not embedded.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is string line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length != columns)
            {
                throw new InvalidOperationException($"'{fileName}' has a row of {cells.Length} cells instead of {columns}: {line}");
            }

            yield return cells;
        }
    }
}
