// construct: queries in clauses of queries, in lambdas and in local functions
// lowered to: chains in the async lambdas of chains
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Log((from a in new[] { 1, 2 } select (from b in new[] { 1, 2 } where Get(b) >= a select a * b).Sum()).ToList());
        Log((from a in from x in new[] { 1, 2 } select Get(x) where a > 1 select Get(a * 2)).ToList());

        int Total(int start)
        {
            int sum = 0;
            foreach (int n in from x in new[] { 1, 2 } let y = x + start select Get(y)) sum += n;
            return sum;
        }

        Func<int, int> count = least => (from x in new[] { 1, 2, 3 } where Get(x) >= least select x).Count();
        Log(Total(3) + count(2));
        Log(new[] { 1, 2 }.Select(n => (from x in new[] { n } select Get(x)).First()).ToList());
    }
}
