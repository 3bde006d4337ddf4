// construct: `foreach` over a type whose enumerator, a class or a struct, has a hand-written `MoveNextAsync`, and that `await foreach` knows nothing of
// lowered to: the loop written out, with the fiber's token where the method takes one
internal static partial class Program
{
    private sealed class Rows(string name)
    {
        public Run GetEnumerator() => new(name);

        internal sealed class Run(string name) : IEnumerator<int>
        {
            public int Current { get; private set; }

            object System.Collections.IEnumerator.Current => Current;

            public bool MoveNext() => (Current = Fetch(name)) % 3 != 0;

            public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken = default) => (Current = await FetchAsync(name, cancellationToken)) % 3 != 0;

            public void Reset() => throw new NotSupportedException();

            void IDisposable.Dispose() => Log("closed " + name);
        }
    }

    private struct Digits(int number)
    {
        public int Opened { get; private set; }

        public Run GetEnumerator()
        {
            Opened++;
            return new Run(number);
        }

        internal struct Run(int number) : IDisposable
        {
            private int _rest = number;

            public int Current { get; private set; }

            public bool MoveNext()
            {
                Take();
                return Get("digit", Current > 0);
            }

            public Coroutine<bool> MoveNextAsync()
            {
                Take();
                return GetAsync("digit", Current > 0);
            }

            public readonly void Dispose() => Log("rest " + _rest);

            private void Take()
            {
                Current = _rest % 10;
                _rest /= 10;
            }
        }
    }

    private sealed class Cells
    {
        private readonly int[] _cells = [1, 2];

        public Run GetEnumerator() => new(_cells);

        internal sealed class Run(int[] cells)
        {
            private int _at = -1;

            public ref int Current => ref cells[_at];

            public bool MoveNext() => Get("cell", ++_at) < cells.Length;

            public Coroutine<bool> MoveNextAsync()
            {
                _at++;
                return MovedAsync();
            }

            private async Coroutine<bool> MovedAsync() => await GetAsync("cell", _at) < cells.Length;
        }
    }

    [Coroutine]
    private static int Main()
    {
        foreach (long row in new Rows("a"))
        {
            Log(row);
            if (row > 3) break;
        }

        Digits digits = new(21);
        foreach (var digit in digits) Log(digit);
        foreach (object digit in digits) Log(digit);
        Log(digits.Opened);
        Cells cells = new();
        foreach (ref int cell in cells) cell *= 10;
        foreach (ref readonly int cell in cells) Log(cell);
        return Get(1);
    }
}
