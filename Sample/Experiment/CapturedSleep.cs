using static CoGen.Sample.Pace;

namespace CoGen.Sample.Experiment;

/// <summary>The pitfall that stays: a delegate captures the blocking method itself, which no build can patch – so it warns.</summary>
internal static partial class CapturedSleep
{
#pragma warning disable CG1003 // The point of this part: the build warns, and it is right.
    private static readonly Action<int> s_sleep = Thread.Sleep;
#pragma warning restore CG1003

    public static void Run()
    {
        Fiber a = Co.Spawn(TaskA);
        Fiber b = Co.Spawn(TaskB);
        Fiber c = Co.Spawn(TaskC);
        Co.JoinAll(a, b, c);
    }

    [Coroutine]
    private static void TaskA()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"A{i}");
            s_sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskB()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"B{i}");
            s_sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskC()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"C{i}");
            s_sleep(Second);
        }
    }
}
