using static System.Threading.Thread;
using static CoGen.Sample.Pace;

namespace CoGen.Sample.Experiment;

/// <summary>The pitfall that is none here: an imported, bare <c>Sleep</c> is bound by symbol, and so is patched.</summary>
internal static partial class BareSleep
{
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
            Sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskB()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"B{i}");
            Sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskC()
    {
        for (int i = 0; i < 3; i++)
        {
            Console.WriteLine($"C{i}");
            Sleep(Second);
        }
    }
}
