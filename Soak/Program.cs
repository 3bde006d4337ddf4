namespace CoGen.Soak;

/// <summary>
/// A million fibers that do all that can be done, while others kill them, time them out and wake them from other threads. Whatever may
/// have happened, at the end nothing must be lost and nothing be left. One line for each scheduler; exits with 1 if a law was
/// broken, with 3 if some fiber waits for ever.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (Options.Parse(args) is not { } options)
        {
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }

        bool isSound = true;
        foreach (string kind in options.Schedulers) isSound &= Soaking.Run(kind, options);
        return isSound ? 0 : 1;
    }
}
