using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CoGen.Generator.Tests.Harness;

/// <summary>Compares text with a file beside the tests: <c>Snapshots/Class.Test.verified.cs</c>.</summary>
internal static class Snapshot
{
    public static void Verify(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        string stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        string received = stem + ".received.cs";
        string expected = File.Exists(stem + ".verified.cs") ? Normalize(File.ReadAllText(stem + ".verified.cs")) : "";
        if (Normalize(actual) == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"The snapshot differs. If {Path.GetFileName(received)} is right, rename it to .verified.cs.\n\n{Diff(expected, Normalize(actual))}");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    private static string Diff(string expected, string actual)
    {
        StringBuilder text = new();
        foreach (DiffPiece line in InlineDiffBuilder.Diff(expected, actual).Lines)
        {
            char mark = line.Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
            text.Append(mark).Append(' ').AppendLine(line.Text);
        }

        return text.ToString();
    }
}
