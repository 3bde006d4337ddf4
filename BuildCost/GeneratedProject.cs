using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.BuildCost;

/// <summary>A project of many ordinary lines, of which some are in coroutines; the same each time.</summary>
internal sealed class GeneratedProject
{
    public static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.CSharp14)
        .WithFeatures([KeyValuePair.Create("InterceptorsNamespaces", "CoGen.Generated")]);

    private readonly StringBuilder _text = new();
    private readonly List<SyntaxTree> _trees = [];

    private GeneratedProject() { }

    public int Lines { get; private set; }

    public int Methods { get; private set; }

    public int Coroutines { get; private set; }

    /// <summary>A new one each time, for the compiler keeps in it what it has bound.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Generated",
        _trees,
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratedProject Write(int lines, int percentOfCoroutines)
    {
        GeneratedProject project = new();
        for (int file = 0; project.Lines < lines; file++)
            project.WriteFile(file, percentOfCoroutines);
        return project;
    }

    /// <summary>The project after a keystroke in the body of a method of a file, which may be a coroutine.</summary>
    public static (CSharpCompilation Compilation, SyntaxTree Tree) Edit(CSharpCompilation compilation, SyntaxTree tree, int keystroke, bool inCoroutine)
    {
        string text = tree.ToString();
        string mark = inCoroutine ? "// a coroutine" : "// plain";
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        text = text.Insert(at, string.Create(CultureInfo.InvariantCulture, $"int k{keystroke} = {keystroke}; "));
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text, ParseOptions, tree.FilePath);
        return (compilation.ReplaceSyntaxTree(tree, edited), edited);
    }

    /// <summary>Files that have both.</summary>
    public IEnumerable<SyntaxTree> MixedFiles => _trees.Where(static tree => tree.ToString() is var text && text.Contains("// a coroutine", StringComparison.Ordinal) && text.Contains("// plain", StringComparison.Ordinal));

    private void WriteFile(int file, int percent)
    {
        _text.Clear();
        Line("using System;");
        Line("using System.Collections.Generic;");
        Line("using System.IO;");
        Line("using System.Linq;");
        Line("using System.Text;");
        Line("using System.Threading;");
        Line("using System.Threading.Tasks;");
        Line("using CoGen;");
        Line("");
        Line($"namespace Generated.Part{file % 20};");
        for (int type = 0; type < 3; type++)
            WriteType($"Service{file}x{type}", percent);
        string text = _text.ToString();
        Lines += text.AsSpan().Count('\n');
        _trees.Add(CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{file}.cs"));
    }

    private void WriteType(string name, int percent)
    {
        Line("");
        Line($"public sealed record {name}Item(int Id, string Name, decimal Price);");
        Line("");
        Line($"public partial class {name}(Stream stream, TextWriter log)");
        Line("{");
        Line($"    private readonly Dictionary<int, {name}Item> _items = new();");
        Line("    private readonly object _gate = new();");
        Line("    private readonly SemaphoreSlim _slots = new(4);");
        Line("    private int _count;");
        for (int i = 0; i < 12; i++)
        {
            Line("");
            if ((Methods++ * 37 + 11) % 100 < percent)
            {
                Coroutines++;
                Write(s_coroutines[Coroutines % s_coroutines.Length], name, i);
            }
            else
            {
                Write(s_plain[Methods % s_plain.Length], name, i);
            }
        }

        Line("}");
    }

    private void Write(string member, string type, int number)
    {
        foreach (string line in member.ReplaceLineEndings("\n").Split('\n'))
            Line("    " + line.Replace("TYPE", type, StringComparison.Ordinal).Replace("NUMBER", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    private static readonly string[] s_coroutines =
    [
        """
        [Coroutine]
        public int ReadNUMBER(byte[] buffer)
        {
            // a coroutine
            int total = 0;
            while (total < buffer.Length)
            {
                int n = stream.Read(buffer, total, buffer.Length - total);
                if (n == 0)
                    break;
                total += n;
            }

            return total;
        }
        """,
        """
        [Coroutine]
        public void SaveNUMBER(IEnumerable<TYPEItem> items)
        {
            // a coroutine
            foreach (TYPEItem item in items)
            {
                lock (_gate)
                {
                    _items[item.Id] = item;
                    log.WriteLine($"{item.Id}: {item.Name} for {item.Price}");
                }
            }

            log.Flush();
        }
        """,
        """
        [Coroutine]
        public string LoadNUMBER(string path, CancellationToken token)
        {
            // a coroutine
            _slots.Wait(token);
            try
            {
                string text = File.ReadAllText(path);
                return text.Length == 0 ? string.Empty : text.Trim();
            }
            catch (IOException e)
            {
                log.WriteLine(e.Message);
                throw;
            }
            finally
            {
                _slots.Release();
            }
        }
        """,
        """
        [Coroutine]
        public decimal TotalNUMBER(Task<decimal> rate)
        {
            // a coroutine
            decimal sum = _items.Values.Where(item => item.Price > 0).Sum(item => item.Price);
            if (!ValidateNUMBER(sum))
                throw new InvalidOperationException("no total");
            Thread.Sleep(10);
            return sum * rate.Result;
        }

        private bool ValidateNUMBER(decimal sum) => sum >= 0 && _items.Count < 1000;
        """,
    ];

    private static readonly string[] s_plain =
    [
        """
        public IReadOnlyList<TYPEItem> FindNUMBER(string name, int most)
        {
            // plain
            List<TYPEItem> found = new();
            foreach (TYPEItem item in _items.Values)
            {
                if (item.Name.Contains(name, StringComparison.OrdinalIgnoreCase) && found.Count < most)
                    found.Add(item);
            }

            return found;
        }
        """,
        """
        public string DescribeNUMBER(TYPEItem item)
        {
            // plain
            StringBuilder text = new();
            text.Append(item.Id).Append(": ").Append(item.Name);
            if (item.Price > 100)
                text.Append(" (dear)");
            else if (item.Price == 0)
                text.Append(" (free)");
            return text.ToString();
        }
        """,
        """
        public Dictionary<string, decimal> GroupNUMBER() => _items.Values
            .Where(item => item.Price > 0) // plain
            .GroupBy(item => item.Name)
            .OrderBy(group => group.Key)
            .ToDictionary(group => group.Key, group => group.Sum(item => item.Price));
        """,
        """
        public async Task<int> ImportNUMBERAsync(string path, CancellationToken token)
        {
            // plain
            int lines = 0;
            using StreamReader reader = new(path);
            while (await reader.ReadLineAsync(token) is string line)
            {
                string[] cells = line.Split(';');
                if (cells.Length == 3 && int.TryParse(cells[0], out int id) && decimal.TryParse(cells[2], out decimal price))
                    _items[id] = new TYPEItem(id, cells[1], price);
                lines++;
            }

            return lines;
        }
        """,
        """
        public void AddNUMBER(TYPEItem item)
        {
            // plain
            lock (_gate)
            {
                if (!_items.TryAdd(item.Id, item))
                    throw new ArgumentException($"{item.Id} is there already", nameof(item));
                _count++;
            }
        }
        """,
        """
        public void ExportNUMBER(string path)
        {
            // plain
            using StreamWriter writer = new(path);
            foreach (TYPEItem item in _items.Values.OrderBy(item => item.Id))
                writer.WriteLine($"{item.Id};{item.Name};{item.Price}");
            writer.Flush();
        }
        """,
        """
        public int CompareNUMBER(TYPEItem a, TYPEItem b) => (a, b) switch
        {
            (null, null) => 0, // plain
            (null, _) => -1,
            (_, null) => 1,
            _ when a.Price != b.Price => a.Price.CompareTo(b.Price),
            _ => string.CompareOrdinal(a.Name, b.Name),
        };
        """,
        """
        public bool RemoveNUMBER(int id, out TYPEItem? removed)
        {
            // plain
            lock (_gate)
            {
                bool found = _items.Remove(id, out removed);
                if (found)
                    Interlocked.Decrement(ref _count);
                return found;
            }
        }
        """,
    ];
}
