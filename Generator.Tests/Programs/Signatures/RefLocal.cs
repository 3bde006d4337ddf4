// construct: `ref` to a local and to a value parameter
// lowered to: the local is a `Ref<int>`; the parameter moves into one where the body begins
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Count(5) + Arrow(2);

    [Coroutine]
    private static int Count(int n)
    {
        int total = 0, rounds;
        for (int i = 0; i < 2; Increase(ref i)) Increase(ref total);
        rounds = total;
        Increase(ref n);
        n *= 2;
        Swap(ref n, ref total);
        Log((n, total, rounds));
        return n + total;
    }

    [Coroutine]
    private static int Arrow(int n) => Increase(ref n) + n;

    [Coroutine]
    private static int Increase(ref int n)
    {
        n++;
        Pause("increase");
        n += Get(2);
        return n;
    }

    [Coroutine]
    private static void Swap(ref int a, ref int b)
    {
        Pause("swap");
        (a, b) = (b, a);
    }
}
