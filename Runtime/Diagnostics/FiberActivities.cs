using System.Diagnostics;

namespace CoGen;

/// <summary>An <see cref="Activity"/> for each fiber, as long as somebody listens: a span from its spawn to its end, in that of its spawner.</summary>
internal static class FiberActivities
{
    private static readonly ActivitySource s_source = new(Scheduler.ActivitySourceName);

    internal static bool HasListeners => s_source.HasListeners();

    /// <summary>Begins the activity of a new fiber, which is the current one in it.</summary>
    internal static void Begin(FiberCore fiber)
    {
        Activity? before = Activity.Current;
        if (s_source.StartActivity("fiber") is not { } activity) return;
        activity.SetTag("cogen.fiber.id", fiber.Id);
        fiber.Context = ExecutionContext.Capture() ?? fiber.Context;
        fiber.Extras.Activity = activity;
        Activity.Current = before;
    }

    /// <summary>The fiber has ended.</summary>
    internal static void End(FiberCore fiber, Activity activity)
    {
        activity.DisplayName = fiber.Name;
        if (fiber.Error is { } error) activity.SetStatus(ActivityStatusCode.Error, error.Message);
        activity.Stop();
    }
}
