using CoGen;
using static CoGen.Sample.Pace;

// Of this class alone: the others show what the absence of tags does.
[assembly: PatchAll(Only = ["CoGen.Sample.Experiment.WithoutTags"])]

namespace CoGen.Sample.Experiment;

/// <summary>The same tasks without a single tag: whatever reaches a call that blocks, through any depth, is a coroutine.</summary>
internal static partial class WithoutTags
{
    public static void Run()
    {
        Fiber a = Co.Spawn(Work, "A");
        Fiber b = Co.Spawn(Work, "B");
        Fiber c = Co.Spawn(Work, "C");
        Co.JoinAll(a, b, c);
    }

    private static void Work(string name)
    {
        for (int i = 0; i < 3; i++)
            Step($"{name}{i}");
    }

    private static void Step(string line)
    {
        Console.WriteLine(line);
        Thread.Sleep(Second);
    }
}
