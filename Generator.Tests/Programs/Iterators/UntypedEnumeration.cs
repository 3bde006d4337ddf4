// construct: `foreach` over an object whose untyped `GetEnumerator` is an iterator
// lowered to: `GetAsyncEnumerator`
using System.Collections;

internal static partial class Program
{
    private sealed partial class Numbers
    {
        [Coroutine]
        public IEnumerator GetEnumerator()
        {
            yield return Get(1);
            yield return Get(2);
        }
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in new Numbers()) Log(n);
    }
}
