using System.Runtime.InteropServices;

namespace CoGen.Examples;

/// <summary>
/// What signals do: <c>SIGHUP</c> runs a handler of the program's; Ctrl-C and <c>SIGTERM</c> kill its fiber, which cleans up; a second of them ends the
/// process at once.
/// </summary>
internal static partial class Signals
{
    [Coroutine]
    internal static int Run(string[] args)
    {
        int cleanUp = args is [string milliseconds, ..] ? int.Parse(milliseconds) : 100;
        using SignalRegistration hangUp = Co.OnSignal(PosixSignal.SIGHUP, Reload);
        Co.Spawn(Work);
        try
        {
            Console.WriteLine("ready");

            // What is written from here on stays in a buffer, which the end of the program writes out, whatever that is.
            Console.SetOut(new StreamWriter(Console.OpenStandardOutput()));
            PosixSignal quit = Co.WaitSignal(PosixSignal.SIGQUIT);
            Console.WriteLine($"told to quit by {quit}");
            return 7;
        }
        finally
        {
            Console.WriteLine("cleaning up");
            Console.Error.WriteLine("told to end");
            Thread.Sleep(cleanUp);
            Console.WriteLine("clean");
        }
    }

    [Coroutine]
    private static void Reload()
    {
        Thread.Sleep(1);
        Console.Error.WriteLine("reloaded");
    }

    [Coroutine]
    private static void Work()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            Console.WriteLine("work put aside");
        }
    }
}
