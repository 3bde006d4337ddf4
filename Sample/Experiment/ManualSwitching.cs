using static CoGen.Sample.Pace;

namespace CoGen.Sample.Experiment;

/// <summary>Greenlets switched by hand: the order is interleaved, but whoever is switched to sleeps while the others wait.</summary>
internal static partial class ManualSwitching
{
    private static readonly Greenlet s_a = new(TaskA);
    private static readonly Greenlet s_b = new(TaskB);
    private static readonly Greenlet s_c = new(TaskC);

    public static void Run() => s_a.Switch();

    [Coroutine]
    private static void TaskA()
    {
        for (int i = 0; i < 5; i++)
        {
            Console.WriteLine($"A{i}");
            s_b.Switch();
            Thread.Sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskB()
    {
        for (int i = 0; i < 5; i++)
        {
            Console.WriteLine($"B{i}");
            s_c.Switch();
            Thread.Sleep(Second);
        }
    }

    [Coroutine]
    private static void TaskC()
    {
        for (int i = 0; i < 5; i++)
        {
            Console.WriteLine($"C{i}");
            s_a.Switch();
            Thread.Sleep(Second);
        }
    }
}
