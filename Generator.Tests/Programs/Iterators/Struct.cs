// construct: an iterator of a struct that writes to its struct
// lowered to: like the original, each enumeration works on a copy of its own
internal static partial class Program
{
    private partial struct Counter(int start)
    {
        private int _next = start;

        [Coroutine]
        public IEnumerable<int> Take(int count)
        {
            for (; count > 0; count--)
            {
                _next++;
                yield return Get(_next);
            }
        }

        public readonly int Next => _next;
    }

    [Coroutine]
    private static void Main()
    {
        Counter counter = new(5);
        foreach (int n in counter.Take(2)) Log(n);
        foreach (int n in counter.Take(2)) Log(n);
        Log(counter.Next);
    }
}
