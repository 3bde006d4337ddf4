using static CoGen.Sample.Pace;

namespace CoGen.Sample.Experiment;

/// <summary>The same bodies, tagged: each sleep is a yield, so the three share one thread.</summary>
internal static partial class Patched
{
    public static void Run()
    {
        Fiber a = Co.Spawn(TaskA).Named("A");
        Fiber b = Co.Spawn(TaskB).Named("B");
        Fiber c = Co.Spawn(TaskC).Named("C");
        Co.JoinAll(a, b, c);
    }

    [Coroutine]
    private static void TaskA()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"A{i}");
            Thread.Sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskB()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"B{i}");
            Thread.Sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskC()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"C{i}");
            Thread.Sleep(Second);
        }
    }
}
