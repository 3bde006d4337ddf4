using Spectre.Console;
using Spectre.Console.Rendering;

namespace CoGen.Sample.Mods;

/// <summary>A column of the progress display: how many files of how many.</summary>
internal sealed class FileCountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Markup($"{task.Value:0}/{task.MaxValue:0}");
}
