using System.Diagnostics;
using System.Text;

namespace CoGen.Sample.Timelines;

/// <summary>Notes when each line is written to the console, and passes it on: the tasks need not know that they are watched.</summary>
internal sealed class LineRecorder : TextWriter
{
    private readonly TextWriter _console = Console.Out;
    private readonly List<Mark> _marks = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private LineRecorder()
    {
    }

    public override Encoding Encoding => _console.Encoding;

    public static LineRecorder Start()
    {
        LineRecorder recorder = new();
        Console.SetOut(recorder);
        return recorder;
    }

    public override void Write(char value) => _console.Write(value);

    public override void WriteLine(string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _marks.Add(new Mark(value, _clock.Elapsed));
        _console.WriteLine(value);
    }

    /// <summary>Stops the clock.</summary>
    public Timeline Finish(SleepPlacement placement) => Timeline.Of(_marks, _clock.Elapsed, placement);

    protected override void Dispose(bool disposing) => Console.SetOut(_console);
}
