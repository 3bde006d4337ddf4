namespace CoGen.Sample;

/// <summary>What the command line asks for.</summary>
/// <param name="Experiment">Run the three-task experiment.</param>
/// <param name="PatchAll">Run the part of it that does without tags, beside the one that is not patched.</param>
/// <param name="Mods">Run the update of 100 mods.</param>
/// <param name="Fast">Divide every sleep and latency by ten.</param>
/// <param name="TracePath">Where to save the trace of the three patched tasks, if anywhere.</param>
/// <param name="SvgPath">Where to save the picture of the experiment, or of the trace, if anywhere.</param>
internal sealed record Options(bool Experiment, bool PatchAll, bool Mods, bool Fast, string? TracePath, string? SvgPath)
{
    public const string Usage =
        """
        Usage: Sample [experiment|patchall|mods|trace <path>] [--fast] [--svg <path>]

          experiment    three tasks, four ways: who runs when, and how long it takes
          patchall      the three tasks without a single tag, unpatched and by [assembly: PatchAll]
          mods          100 downloads: one by one, on 100 threads, as 100 coroutines
          trace <path>  the three patched tasks, as a trace for ui.perfetto.dev
                        (none of them: experiment and mods)
          --fast        divide every sleep and latency by ten
          --svg <path>  save the experiment's timeline, or the trace, as a picture
        """;

    /// <summary>Reads the arguments; null where they make no sense.</summary>
    public static Options? Parse(string[] args)
    {
        bool experiment = false, patchAll = false, mods = false, fast = false;
        string? tracePath = null, svgPath = null;

        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "experiment": experiment = true; break;
                case "patchall": patchAll = true; break;
                case "mods": mods = true; break;
                case "trace" when i + 1 < args.Length: tracePath = args[++i]; break;
                case "--fast": fast = true; break;
                case "--svg" when i + 1 < args.Length: svgPath = args[++i]; break;
                default: return null;
            }
        }

        bool everything = !experiment && !patchAll && !mods && tracePath is null;
        return new Options(experiment || everything, patchAll, mods || everything, fast, tracePath, svgPath);
    }
}
