// construct: explicit implementations of interfaces of the framework
// lowered to: private twins, which nobody reaches through the interface
// stays blocking: calls through an interface that has no twins
internal static partial class Program
{
    private sealed partial class Numbers : System.Collections.IEnumerator, IDisposable
    {
        private int _n;

        object System.Collections.IEnumerator.Current => _n;

        [Coroutine]
        bool System.Collections.IEnumerator.MoveNext() => Get(++_n) < 3;

        [Coroutine]
        void System.Collections.IEnumerator.Reset() => Pause("reset");

        [Coroutine]
        void IDisposable.Dispose() => Pause("dispose");
    }

    [Coroutine]
    private static int Main()
    {
        System.Collections.IEnumerator numbers = new Numbers();
        int sum = 0;
        while (numbers.MoveNext()) sum += (int)numbers.Current;
        numbers.Reset();
        ((IDisposable)numbers).Dispose();
        return sum;
    }
}
