using System.Text;
using System.Text.RegularExpressions;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>A file of snippets, as its README describes it.</summary>
internal sealed partial record CorpusFile(string Path, string Head, Snippet[] Snippets)
{
    public static string Folder { get; } = System.IO.Path.Combine(RuleCatalogTests.Repository, "Analyzers.Tests", "Corpus");

    public static CorpusFile[] All { get; } = [.. Directory.EnumerateFiles(Folder, "*.cs").Order(StringComparer.Ordinal).Select(Read)];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    private static CorpusFile Read(string path)
    {
        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        MatchCollection headers = Header().Matches(text);
        string head = headers.Count == 0 ? text : text[..headers[0].Index];
        string usings = string.Join('\n', head.Split('\n').Where(static line => line.StartsWith("using ", StringComparison.Ordinal)));

        List<Snippet> snippets = [];
        for (int i = 0; i < headers.Count; i++)
        {
            Match header = headers[i];
            int start = header.Index + header.Length;
            string body = text[start..(i + 1 < headers.Count ? headers[i + 1].Index : text.Length)].Trim('\n') + "\n";
            (string code, Mark[] marks) = Mark.Read(body);
            snippets.Add(new Snippet(
                name.Split('.')[0],
                name,
                text.AsSpan(0, header.Index).Count('\n') + 1,
                header.Value.TrimEnd(),
                Enum.Parse<SnippetLabel>(header.Groups["label"].Value, ignoreCase: true),
                header.Groups["form"].Success ? Enum.Parse<SnippetForm>(header.Groups["form"].Value, ignoreCase: true) : SnippetForm.Statements,
                header.Groups["parameters"].Value,
                usings,
                code,
                marks));
        }

        return new CorpusFile(path, head, [.. snippets]);
    }

    /// <summary>The text of the file with other marks.</summary>
    public string With(Func<Snippet, IEnumerable<Mark>> marksOf)
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < Snippets.Length; i++)
        {
            Snippet snippet = Snippets[i];
            text.Append(i == 0 ? "" : "\n").Append(snippet.Header).Append('\n').Append(Mark.Write(snippet.Text, marksOf(snippet)));
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^// (?<label>flag|swap|quiet)(?: (?<form>members|file)| \((?<parameters>.*)\))?: .*\n", RegexOptions.Multiline)]
    private static partial Regex Header();
}
