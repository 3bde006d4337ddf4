// construct: members of a struct that is passed by `ref`
// lowered to: `x.Target.Member`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Counter counter = default;
        List<int> list = [3, 4, 5];
        List<int>.Enumerator each = list.GetEnumerator();
        int sum = 0;
        while (Next(ref each, ref counter)) sum += each.Current;
        counter.Total = sum;
        Add(ref counter.Total);
        Add(ref counter.Inner.Deep);
        return counter.Show() + sum;
    }

    private struct Counter
    {
        public int Total;

        public (int Deep, int Flat) Inner;

        public void Count() => Total++;

        public readonly string Show() => Total + ":" + Inner;
    }

    [Coroutine]
    private static bool Next(ref List<int>.Enumerator each, ref Counter counter)
    {
        Pause("next");
        counter.Count();
        counter.Inner.Flat += 2;
        (counter.Inner.Deep, _) = (each.MoveNext() ? 1 : 0, 2);
        return counter.Inner.Deep == 1;
    }

    [Coroutine]
    private static void Add(ref int place)
    {
        Pause("add");
        place += 100;
    }
}
