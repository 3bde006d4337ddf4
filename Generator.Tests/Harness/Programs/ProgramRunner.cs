using System.Reflection;
using CoGen.Generator.Tests.Prelude;

namespace CoGen.Generator.Tests.Harness.Programs;

/// <summary>Runs programs, and says what they did.</summary>
internal static class ProgramRunner
{
    private const BindingFlags Unwrapped = BindingFlags.DoNotWrapExceptions;

    private static readonly MethodInfo s_result = typeof(ProgramRunner).GetMethod(nameof(ResultOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private const int MostTurnsOfOthers = 100_000;

    // A program that hangs is a failure, not the end of the tests.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs the original on a thread of its own.</summary>
    public static ProgramOutcome RunOriginal(MethodInfo main, ProgramPlan plan) => OnThread(plan, run =>
    {
        try
        {
            object? result = main.Invoke(null, Unwrapped, null, [], null);
            run.Write(main.ReturnType == typeof(void) ? "=> done" : "=> " + ProgramRun.Show(result));
        }
        catch (Exception e)
        {
            run.Write($"! {e.GetType().Name}: {e.Message}");
        }

        return 0;
    });

    /// <summary>Runs the twin in a fiber, in virtual time; with a seed, beside fibers that take turns with it.</summary>
    public static ProgramOutcome RunTwin(MethodInfo twin, ProgramPlan plan) => OnThread(plan, run =>
    {
        int turns = 0;
        bool done = false;
        TestScheduler scheduler = plan.Seed == 0 ? TestScheduler.FromChoices() : TestScheduler.FromSeed(plan.Seed);
        scheduler.Run(async () =>
        {
            Fiber fiber = Co.Spawn(Program);
            for (int i = plan.Seed == 0 ? 2 : 0; i < 3; i++)
                _ = Co.Spawn(Noise);
            await fiber.JoinAsync();
        });
        return turns;

        async Coroutine Program()
        {
            try
            {
                object? awaitable = twin.Invoke(null, Unwrapped, null, [], null);
                if (awaitable is Coroutine coroutine)
                {
                    await coroutine;
                    run.Write("=> done");
                }
                else
                {
                    object? result = await (Coroutine<object?>)s_result.MakeGenericMethod(twin.ReturnType.GetGenericArguments()).Invoke(null, Unwrapped, null, [awaitable], null)!;
                    run.Write("=> " + ProgramRun.Show(result));
                }
            }
            catch (Exception e)
            {
                run.Write($"! {e.GetType().Name}: {e.Message}");
            }
            finally
            {
                done = true;
            }
        }

        async Coroutine Noise()
        {
            // A program that waits for a thread of its own may wait for long where the machine is busy.
            while (!done && turns < MostTurnsOfOthers)
            {
                turns++;
                if (turns % 3 == 0) await Co.SleepAsync(1);
                else await Co.YieldAsync();
            }
        }
    });

    private static async Coroutine<object?> ResultOf<T>(Coroutine<T> coroutine) => await coroutine;

    private static ProgramOutcome OnThread(ProgramPlan plan, Func<ProgramRun, int> body)
    {
        ProgramRun run = new(plan);
        Exception? failure = null;
        int turns = 0;
        Thread thread = new(() =>
        {
            ProgramRun.Current = run;
            try
            {
                turns = body(run);
            }
            catch (Exception e)
            {
                failure = e;
            }
        })
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(s_patience))
            failure = new TimeoutException($"hangs after:\n{run.Log}");
        return new ProgramOutcome(failure is null ? run.Log : $"{run.Log}\n!! {failure}", run.Calls, run.Blocked, turns);
    }
}

/// <summary>What a run did.</summary>
/// <param name="Log">Its side effects in order, and its result or exception.</param>
/// <param name="Calls">How many blocking calls it made.</param>
/// <param name="Blocked">How many of those blocked.</param>
/// <param name="TurnsOfOthers">How often others came to run meanwhile.</param>
internal sealed record ProgramOutcome(string Log, int Calls, int Blocked, int TurnsOfOthers);
