// construct: an iterator that calls delegates which block
// lowered to: async lambdas in the iterator's own body
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<int> Values(int count)
    {
        Func<int, int> read = n => Get(n);
        int Twice(int n) => read(n) * 2;
        for (int i = 1; i <= count; i++) yield return Twice(i);
        yield return Call(() => Get(9));
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in Values(2)) Log(n);
    }
}
