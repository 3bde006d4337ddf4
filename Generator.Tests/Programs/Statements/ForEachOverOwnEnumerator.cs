// construct: `foreach` over a type of one's own, whose enumerator is disposed
// lowered to: awaits in place
internal static partial class Program
{
    private sealed class Numbers
    {
        public Enumerator GetEnumerator() => new();

        public sealed class Enumerator : IDisposable
        {
            public int Current { get; private set; }

            public bool MoveNext()
            {
                Log("next");
                return ++Current < 5;
            }

            public void Dispose() => Log("disposed");
        }
    }

    private readonly struct StructNumbers
    {
        public Enumerator GetEnumerator() => new();

        public struct Enumerator
        {
            public int Current { get; private set; }

            public bool MoveNext() => ++Current < 3;
        }
    }

    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        foreach (int n in new Numbers())
        {
            if (n == 3) break;
            sum += Get(n);
        }

        foreach (int n in new StructNumbers()) sum += Get(n);
        return sum;
    }
}
