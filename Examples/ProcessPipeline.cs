namespace CoGen.Examples;

/// <summary>Three processes, each of which reads what the one before writes, as <c>printf … | sort | uniq -c</c> in a shell.</summary>
internal static partial class ProcessPipeline
{
    [Coroutine]
    internal static int Sort(string[] words)
    {
        if (words.Length == 0) words = ["pear", "apple", "pear", "fig", "apple", "pear"];
        using CoProcess print = CoProcess.Start("printf", ["%s\\n", .. words]);
        using CoProcess sort = CoProcess.Start("sort");
        using CoProcess count = CoProcess.Start("uniq", ["-c"]);
        Co.Spawn(Pump, print.Output, sort.Input);
        Co.Spawn(Pump, sort.Output, count.Input);

        using StreamReader lines = new(count.Output);
        while (lines.ReadLine() is { } line) Console.WriteLine(line.Trim());
        return print.Wait() + sort.Wait() + count.Wait();
    }

    [Coroutine]
    private static void Pump(Stream from, Stream to)
    {
        using (to) from.CopyTo(to);
    }
}
