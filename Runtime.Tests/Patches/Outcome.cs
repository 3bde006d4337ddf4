namespace CoGen.Tests.Patches;

/// <summary>What a call has ended with, in words, to compare an original with what it becomes.</summary>
internal static class Outcome
{
    internal static string Of(Action call) => Of(() =>
    {
        call();
        return "done";
    });

    internal static string Of<T>(Func<T> call)
    {
        try
        {
            return $"{call()}";
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    internal static async Coroutine<string> OfAsync(Func<Coroutine> call)
    {
        try
        {
            await call();
            return "done";
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    internal static async Coroutine<string> OfAsync<T>(Func<Coroutine<T>> call)
    {
        try
        {
            return $"{await call()}";
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    private static string Describe(Exception error) => $"{error.GetType().Name}: {error.Message}";
}
