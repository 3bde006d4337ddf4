// construct: `foreach` over an object whose `GetEnumerator` is an iterator
// lowered to: `GetAsyncEnumerator`, and `await foreach` over the object
using System.Collections;

internal static partial class Program
{
    private sealed partial class Lines(Source source) : IEnumerable<string>
    {
        [Coroutine]
        public IEnumerator<string> GetEnumerator()
        {
            while (source.ReadLine() is { } line) yield return line;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        [Coroutine]
        public IEnumerator<int> Lengths(int add)
        {
            foreach (string line in this) yield return line.Length + Get(add);
        }
    }

    [Coroutine]
    private static void Main()
    {
        Lines lines = new(new Source());
        foreach (string line in lines) Log(line);
        foreach (string line in new Lines(new Source("second")))
        {
            Log(line);
            break;
        }
    }
}
