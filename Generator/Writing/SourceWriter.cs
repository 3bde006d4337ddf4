using System.Text;

namespace CoGen.Generator.Writing;

/// <summary>Writes lines, indented by four spaces per block.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();

    public int Depth { get; private set; }

    public void Line() => _text.Append('\n');

    public void Line(string line)
    {
        // Directives stand out from all indentation.
        if (!line.StartsWith("#", StringComparison.Ordinal))
            _text.Append(' ', Depth * 4);
        _text.Append(line).Append('\n');
    }

    /// <summary>Writes text that has its indentation already.</summary>
    public void Verbatim(string text) => _text.Append(text).Append('\n');

    public Block OpenBlock(string header)
    {
        Line(header);
        Line("{");
        Depth++;
        return new Block(this);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Closes its block when disposed.</summary>
    public readonly struct Block(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.Depth--;
            writer.Line("}");
        }
    }
}
