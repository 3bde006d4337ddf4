using CoGen.Sample.Experiment;
using CoGen.Sample.Mods;
using CoGen.Sample.Timelines;
using Spectre.Console;

namespace CoGen.Sample;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (UpdateRun.IsRequested(args))
            return UpdateRun.Run(args);

        if (Options.Parse(args) is not { } options)
        {
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }

        Pace.Divisor = options.Fast ? 10 : 1;
        IAnsiConsole console = AnsiConsole.Console;
        bool asExpected = true;

        if (options.TracePath is not null)
            TraceRun.Run(options.TracePath, options.SvgPath);

        if (options.Experiment)
            asExpected &= ThreeTasks.Run(console, Part.All, options.SvgPath);
        else if (options.PatchAll)
            asExpected &= ThreeTasks.Run(console, [Part.NotTagged, Part.Whole], options.SvgPath);
        if (options.Mods)
            asExpected &= UpdateMods.Run(console);

        return asExpected ? 0 : 1;
    }
}
