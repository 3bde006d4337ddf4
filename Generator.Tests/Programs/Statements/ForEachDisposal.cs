// construct: `foreach` disposes of its enumerator: on `break`, on `return`, on an exception
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        foreach (int n in new Numbers()) { if (Get(n) == 2) break; }
        try { foreach (int n in new Numbers()) Fail("n" + n); } catch (InvalidOperationException e) { Log(e.Message); }
        return First();
    }

    [Coroutine]
    private static int First()
    {
        foreach (int n in new Numbers()) return Get(n);
        return 0;
    }
}

public sealed class Numbers
{
    public Enumerator GetEnumerator() => new();

    public struct Enumerator : IDisposable
    {
        private int _n;
        public readonly int Current => _n;
        public bool MoveNext() => ++_n < 4;
        public readonly void Dispose() => Log("disposed");
    }
}
