// construct: the values of an iterator stored in a field
// diagnostic: CG1027
// instead: enumerate the call itself
// stays blocking: whoever enumerates them
internal static partial class Program
{
    private static IEnumerable<int> s_numbers = [];

    [Coroutine]
    private static IEnumerable<int> Numbers()
    {
        yield return Get(1);
        yield return Get(2);
    }

    [Coroutine]
    private static void Main()
    {
        s_numbers = /*!CG1027*/Numbers();
        foreach (int n in s_numbers) Log(n);
        Pause("end");
    }
}
