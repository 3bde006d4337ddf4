using System.Globalization;

namespace CoGen.Soak;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">What all chance comes from.</param>
/// <param name="Fibers">How many fibers to spawn on each scheduler, those not counted that these spawn.</param>
/// <param name="Wave">How many of them are alive at once.</param>
/// <param name="Schedulers">On which schedulers, one after the other.</param>
internal sealed record Options(int Seed, int Fibers, int Wave, string[] Schedulers)
{
    internal const string Usage = "Soak [--seed N] [--fibers N] [--wave N] [--scheduler loop|pool|loops|all]";

    /// <returns>Null if the arguments make no sense.</returns>
    internal static Options? Parse(string[] args)
    {
        Options options = new(Environment.TickCount, 1_000_000, 10_000, Stage.Kinds);
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            string value = args[i + 1];
            bool isNumber = int.TryParse(value, CultureInfo.InvariantCulture, out int number);
            switch (args[i])
            {
                case "--seed" when isNumber:
                    options = options with { Seed = number };
                    break;
                case "--fibers" when number > 0:
                    options = options with { Fibers = number };
                    break;
                case "--wave" when number > 0:
                    options = options with { Wave = number };
                    break;
                case "--scheduler" when value == "all":
                    break;
                case "--scheduler" when Stage.Kinds.Contains(value):
                    options = options with { Schedulers = [value] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
