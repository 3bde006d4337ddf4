using static CoGen.Sample.Pace;

namespace CoGen.Sample.Experiment;

/// <summary>Spawned, but not tagged: each sleep holds the thread, so the tasks run one after another.</summary>
internal static class Unpatched
{
    public static void Run()
    {
#pragma warning disable CG1002 // The point of this part: the build warns, and it is right.
        Fiber a = Co.Spawn(TaskA);
        Fiber b = Co.Spawn(TaskB);
        Fiber c = Co.Spawn(TaskC);
#pragma warning restore CG1002
        Co.JoinAll(a, b, c);
    }

    private static void TaskA()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"A{i}");
            Thread.Sleep(Second);
        }
    }

    private static void TaskB()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"B{i}");
            Thread.Sleep(Second);
        }
    }

    private static void TaskC()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"C{i}");
            Thread.Sleep(Second);
        }
    }
}
