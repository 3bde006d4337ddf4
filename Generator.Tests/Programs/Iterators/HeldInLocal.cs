// construct: a sequence in a local that is only enumerated: by loops, chains of LINQ and queries
// lowered to: the local holds the asynchronous sequence; each enumeration is a run of its own
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Numbers(int count)
    {
        for (int i = 1; i <= count; i++) yield return Get(i);
    }

    [Coroutine]
    private static void Main()
    {
        IEnumerable<int> numbers = Numbers(Get(3));
        Pause("nothing yet");
        foreach (int n in numbers) Log(n);
        Log(numbers.Where(n => Get(n) > 1).Sum());
        foreach (int n in numbers)
        {
            if (n == 2) break;
        }

        var later = new[] { 1, 2 }.Select(n => Get(n));
        foreach (int n in later) Log(n);
        Log(string.Join(',', later));

        var query = from n in numbers where n != Get(2) select n * 2;
        IEnumerable<int> doubled = query.Select(n => Get(n) * 2);
        int[] all = [.. doubled, 7];
        Log(all);
        if (all.Length > 0)
        {
            var inner = Numbers(2);
            foreach (int n in (inner)) foreach (int m in inner) Log(n * m);
        }
    }
}
