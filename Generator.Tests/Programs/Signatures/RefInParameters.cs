// construct: `in` and `ref readonly` parameters
// lowered to: by value
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Big big = new(1, 2);
        int n = 3;
        return Show(big, n) + Show(in big, in n) + Show(new Big(4, 5), 6) + Show(b: in big) + Plain(ref n) + Plain(in n);
    }

    private readonly record struct Big(int A, int B);

    [Coroutine]
    private static string Show(in Big b, in int n = 9)
    {
        Pause("show");
        return Sync(in b) + Sync(b) + n + Again(in n) + ";";
    }

    [Coroutine]
    private static int Plain(ref readonly int n)
    {
        Pause("plain");
        ref readonly int same = ref n;
        return same + 1;
    }

    [Coroutine]
    private static int Again(in int n) => Get(n);

    private static int Sync(in Big b) => b.A * 10 + b.B;
}
