using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace CoGen;

/// <summary>Writes the Trace Event Format: an array of events, each with a phase (<c>ph</c>), a lane (<c>pid</c>, <c>tid</c>) and a time in microseconds (<c>ts</c>).</summary>
internal sealed class TraceWriter(TextWriter writer)
{
    private readonly StringBuilder _line = new();
    private bool _hasEvents;

    /// <summary>A name, or a place in the order, of a process or a lane.</summary>
    internal void Metadata(string kind, int process, long lane, string argument, object value)
    {
        Begin("M", process, lane, null);
        Text("name", kind);
        _line.Append(",\"args\":{");
        _line.Append('"').Append(argument).Append("\":");
        if (value is string text) Quote(text);
        else _line.Append(CultureInfo.InvariantCulture, $"{value}");
        _line.Append('}');
        End();
    }

    /// <summary>A slice begins in a lane (<c>B</c>).</summary>
    internal void BeginSlice(int process, long lane, TimeSpan time, string name)
    {
        Begin("B", process, lane, time);
        Text("name", name);
        Text("cat", "turn");
        End();
    }

    /// <summary>The innermost slice of a lane ends (<c>E</c>). It needs no name, but not all readers know that.</summary>
    internal void EndSlice(int process, long lane, TimeSpan time, string name)
    {
        Begin("E", process, lane, time);
        Text("name", name);
        Text("cat", "turn");
        End();
    }

    /// <summary>A stretch beside the slices of a lane begins (<c>b</c>) or ends (<c>e</c>).</summary>
    internal void Wait(bool begins, int process, long lane, TimeSpan time, string name)
    {
        Begin(begins ? "b" : "e", process, lane, time);
        Text("name", name);
        Text("cat", "wait");
        _line.Append(CultureInfo.InvariantCulture, $",\"id2\":{{\"local\":\"{lane}\"}}");
        End();
    }

    /// <summary>An arrow begins (<c>s</c>) or ends (<c>f</c>) in the slice of a lane.</summary>
    internal void Flow(bool begins, int process, long lane, TimeSpan time, long id)
    {
        Begin(begins ? "s" : "f", process, lane, time);
        Text("name", "spawn");
        Text("cat", "spawn");
        _line.Append(CultureInfo.InvariantCulture, $",\"id\":{id}");
        if (!begins) Text("bp", "e");
        End();
    }

    internal void Finish()
    {
        writer.Write(_hasEvents ? "\n],\"displayTimeUnit\":\"ms\"}\n" : "{\"traceEvents\":[],\"displayTimeUnit\":\"ms\"}\n");
        writer.Dispose();
    }

    private void Begin(string phase, int process, long lane, TimeSpan? time)
    {
        _line.Clear();
        _line.Append(_hasEvents ? ",\n" : "{\"traceEvents\":[\n");
        _hasEvents = true;
        _line.Append(CultureInfo.InvariantCulture, $"{{\"ph\":\"{phase}\",\"pid\":{process},\"tid\":{lane}");
        if (time is { } at) _line.Append(CultureInfo.InvariantCulture, $",\"ts\":{at.TotalMicroseconds:0.###}");
    }

    private void Text(string key, string value)
    {
        _line.Append(",\"").Append(key).Append("\":");
        Quote(value);
    }

    private void Quote(string value) => _line.Append('"').Append(JavaScriptEncoder.Default.Encode(value)).Append('"');

    private void End()
    {
        _line.Append('}');
        writer.Write(_line);
    }
}
