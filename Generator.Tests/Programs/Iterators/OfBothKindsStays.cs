// construct: `foreach` in a lambda that is kept, over something that waits
// diagnostic: CG1004
// instead: enumerate it in the method itself
// stays blocking: the loop
internal static partial class Program
{
    private sealed class Parts
    {
        public Parts GetEnumerator() => this;

        public Parts GetAsyncEnumerator() => this;

        public int Current { get; private set; }

        public bool MoveNext() => (Current = Step("part")) < 3;

        public async Coroutine<bool> MoveNextAsync() => (Current = await StepAsync("part")) < 3;
    }

    private static readonly List<Action> s_kept = [];

    [Coroutine]
    private static void Main()
    {
        s_kept.Clear();
        s_kept.Add(() =>
        {
            /*!CG1004*/foreach (int n in new Parts()) Log(n);
        });
        s_kept[0]();
        Pause("end");
    }
}
