// construct: a query with `let`, whose value and whose use block
// lowered to: a chain whose lambdas hand the variables on in a tuple
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] words = ["one", "two", "three"];
        foreach ((string word, int length) in from word in words
                                              let length = Get(word.Length)
                                              let upper = word.ToUpperInvariant()
                                              where Get(upper) != "TWO" && length > 0
                                              select (upper, Get(length)))
        {
            Log(word + length);
        }

        Log((from word in words let first = word[0] where Get(first) == 't' select word + first).Count());
    }
}
