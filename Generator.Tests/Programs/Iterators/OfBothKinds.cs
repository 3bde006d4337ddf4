// construct: `foreach` over a type that can be enumerated by `await foreach` too
// lowered to: `await foreach`, with the fiber's token where the type takes one
using System.Collections;

internal static partial class Program
{
    private sealed class Rows(int count) : IEnumerable<int>, IAsyncEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator()
        {
            try
            {
                for (int i = 0; i < count; i++)
                {
                    Fetch("row " + i);
                    yield return i;
                }
            }
            finally
            {
                Log("closed");
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public async IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            try
            {
                for (int i = 0; i < count; i++)
                {
                    await FetchAsync("row " + i, cancellationToken);
                    yield return i;
                }
            }
            finally
            {
                Log("closed");
            }
        }
    }

    private sealed class Parts
    {
        public Parts GetEnumerator() => this;

        public Parts GetAsyncEnumerator() => this;

        public (int, string) Current { get; private set; }

        public bool MoveNext()
        {
            Current = (Step("part"), "p");
            return Current.Item1 < 6;
        }

        public async Coroutine<bool> MoveNextAsync()
        {
            Current = (await StepAsync("part"), "p");
            return Current.Item1 < 6;
        }
    }

    [Coroutine]
    private static void Main()
    {
        foreach (int n in new Rows(2)) Log(n);
        foreach (long n in new Rows(9))
        {
            if (n == 1) break;
        }

        foreach ((int number, string name) in new Parts()) Log(name + number);
    }
}
