// construct: lambdas that capture loop variables, between blocking calls
// lowered to: themselves
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        List<Func<int>> functions = [];
        for (int i = 0; i < 3; i++)
        {
            int copy = Get(i);
            functions.Add(() => copy + i);
        }

        foreach (int n in new[] { 5, 6 })
        {
            Pause("p");
            functions.Add(() => n);
        }

        return string.Join(',', functions.Select(static f => f()));
    }
}
