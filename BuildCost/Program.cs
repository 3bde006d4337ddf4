using System.Globalization;
using CoGen.BuildCost;

// dotnet run -c Release --project BuildCost [-- lines rounds details]
int lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
bool details = args.Length > 2;

Contender[] contenders = [Contender.Ours, Contender.Load("VSTHRD", "Microsoft.VisualStudio.Threading.Analyzers", "analyzers/cs"), Contender.Load("Meziantou", "Meziantou.Analyzer", "analyzers/dotnet/roslyn5.0/cs")];

Console.WriteLine("Processor time. A build: all analyzers over all files, and the generator's first run. A keystroke: the generator after it, and the analyzers on the one file.");
foreach (int percent in (int[])[2, 30])
{
    GeneratedProject project = GeneratedProject.Write(lines, percent);
    Console.WriteLine();
    Console.WriteLine($"{project.Lines} lines, {project.Methods} methods, {project.Coroutines} of them coroutines");
    Measurement measurement = new(project, contenders);
    for (int round = 0; round <= rounds; round++)
        measurement.Run(isWarmUp: round == 0);
    measurement.Print(details);
}
