namespace CoGen.Sample;

/// <summary>What the command line asks for.</summary>
/// <param name="Experiment">Run the three-task experiment.</param>
/// <param name="Mods">Run the update of 100 mods.</param>
/// <param name="Fast">Divide every sleep and latency by ten.</param>
/// <param name="SvgPath">Where to save the picture of the experiment, if anywhere.</param>
internal sealed record Options(bool Experiment, bool Mods, bool Fast, string? SvgPath)
{
    public const string Usage =
        """
        Usage: Sample [experiment|mods] [--fast] [--svg <path>]

          experiment    three tasks, four ways: who runs when, and how long it takes
          mods          100 downloads: one by one, on 100 threads, as 100 coroutines
                        (neither: both)
          --fast        divide every sleep and latency by ten
          --svg <path>  save the experiment's timeline as a picture
        """;

    /// <summary>Reads the arguments; null where they make no sense.</summary>
    public static Options? Parse(string[] args)
    {
        bool experiment = false, mods = false, fast = false;
        string? svgPath = null;

        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "experiment": experiment = true; break;
                case "mods": mods = true; break;
                case "--fast": fast = true; break;
                case "--svg" when i + 1 < args.Length: svgPath = args[++i]; break;
                default: return null;
            }
        }

        bool everything = !experiment && !mods;
        return new Options(experiment || everything, mods || everything, fast, svgPath);
    }
}
