// construct: `foreach` over an enumerator that blocks, where it cannot be awaited: it is a ref struct, its `MoveNextAsync` is something else, or the loop stands in a lambda that is kept
// diagnostic: CG1004, CG1015, CG1018
// instead: enumerate it in the method itself; make the enumerator a class
// stays blocking: the loop
internal static partial class Program
{
    private sealed class Parts
    {
        public Run GetEnumerator() => new();

        internal ref struct Run
        {
            public int Current { get; private set; }

            public bool MoveNext() => (Current = Step("part")) % 3 != 0;

            public Coroutine<bool> MoveNextAsync() => new(MoveNext());
        }
    }

    private sealed partial class Lines
    {
        public Run GetEnumerator() => new();

        internal ref partial struct Run
        {
            public int Current { get; private set; }

            [Coroutine]
            public bool MoveNext() => (Current = /*!CG1015*/Step("line")) % 4 != 0;
        }
    }

    private sealed partial class Rows
    {
        public Run GetEnumerator() => new();

        internal sealed partial class Run
        {
            public int Current { get; private set; }

            [Coroutine]
            public bool MoveNext() => (Current = Step("row")) % 5 != 0;
        }
    }

    private static readonly List<Action> s_kept = [];

    [Coroutine]
    private static void Main()
    {
        s_kept.Clear();
        /*!CG1015*/foreach (int n in new Parts()) Log(n);
        /*!CG1018*/foreach (int n in new Lines()) Log(n);
        s_kept.Add(() =>
        {
            /*!CG1004*/foreach (int n in new Rows()) Log(n);
        });
        s_kept[0]();
        Pause("end");
    }
}
