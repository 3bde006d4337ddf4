// construct: an iterator with lambdas, local functions, patterns, `out` variables and tuples between its yields
// lowered to: the same
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<string> Values(string[] texts)
    {
        int count = 0;
        void Count(int by) => count += by;
        foreach (string text in texts)
        {
            if (int.TryParse(text, out int number) && number is > 1 and < 9)
            {
                Func<int, int> twice = n => n * 2;
                yield return $"{twice(number)}:{Get(text)}";
                Count(number);
            }
            else if (text is ['x', .. var rest])
            {
                (string a, int b) = (rest, Get(rest.Length));
                yield return a + b;
            }
        }

        yield return count.ToString();
    }

    [Coroutine]
    private static void Main()
    {
        foreach (string value in Values(["1", "5", "xyz", "?"])) Log(value);
    }
}
