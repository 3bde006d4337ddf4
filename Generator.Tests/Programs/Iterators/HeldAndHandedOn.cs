// construct: a sequence in a local that is assigned again, handed on, or enumerated in a lambda
// diagnostic: CG1004, CG1027
// instead: enumerate the call itself
// stays blocking: whoever enumerates them
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 1; i <= count; i++) yield return Get(i);
    }

    private static int Length(IEnumerable<int> values) => values.ToList().Count;

    [Coroutine]
    private static void Main()
    {
        IEnumerable<int> numbers = /*!CG1027*/Numbers(1);
        numbers = /*!CG1027*/Numbers(2);
        foreach (int n in numbers) Log(n);

        var handed = /*!CG1027*/Numbers(2);
        var filtered = handed.Where(n => n > 1);
        foreach (int n in filtered) Log(n);
        Log(Length(handed));

        var late = new[] { 1, 2 }.Select(n => /*!CG1004*/Get(n));
        Func<int> sum = () => late.Sum();
        Log(sum());

        var ordered = new[] { 2, 1 }.OrderBy(n => /*!CG1004*/Get(n));
        Log(ordered.First());
        Pause("end");
    }
}
