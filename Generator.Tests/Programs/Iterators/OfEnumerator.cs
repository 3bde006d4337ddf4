// construct: `foreach` over a type whose enumerator has a tagged `MoveNext`, and that `await foreach` knows nothing of
// lowered to: the loop written out, `while (await e.MoveNextAsync())`, which ends as the loop did
internal static partial class Program
{
    private partial class Rows(int count)
    {
        public virtual Run GetEnumerator() => new(count);

        internal partial class Run(int count)
        {
            private int _row = -1;

            public (int Row, string Name) Current => (_row, "row " + _row);

            [Coroutine]
            public bool MoveNext()
            {
                Pause("move " + _row);
                return ++_row < count;
            }
        }
    }

    // The loop asks at run time whether what is not sealed can be disposed of.
    private sealed class ClosedRows(int count) : Rows(count)
    {
        public override Run GetEnumerator() => new ClosedRun();

        private sealed class ClosedRun() : Run(2), IDisposable
        {
            public void Dispose() => Log("closed");
        }
    }

    private sealed partial class Files
    {
        [Coroutine]
        public Run GetEnumerator()
        {
            Pause("open");
            return new Run();
        }

        internal sealed partial class Run : IDisposable
        {
            private int _file;

            [Coroutine]
            public object? Current => Get("current", (object?)_file);

            [Coroutine]
            public bool MoveNext() => Get("file", ++_file) < 4;

            [Coroutine]
            public void Dispose() => Pause("close");
        }
    }

    [Coroutine]
    private static IEnumerable<int> Numbers(Rows rows)
    {
        foreach (var (n, _) in rows)
            yield return n;
    }

    [Coroutine]
    private static string Main()
    {
        Rows rows = new(3);
        List<Func<string>> later = [];
        foreach (var row in rows) // the variable is another in each round
        {
            if (row.Row == 0) continue;
            later.Add(() => row.Name);
            foreach ((int n, string name) in Get("inner", rows))
                if (n > 0) break;
                else Log(name + Get(n));
        }

        foreach (Func<string> name in later) Log(name());
        if (later.Count > 0)
            foreach (
                (int Row, string Name) row
                in new ClosedRows(0))
                Log(row);
        else Log("none");
        foreach (int n in Numbers(new ClosedRows(1))) Log(n);
        foreach (int file in new Files())
        {
            if (file == 2) return "at " + file;
            Log(file);
        }

        return "end";
    }
}
