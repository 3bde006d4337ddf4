// construct: variables that are passed by reference and captured by lambdas and local functions
// lowered to: a `Ref<T>` that the lambdas share
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int n = 1;
        Func<int> read = () => n;
        Action write = () => n += 10;
        Bump(ref n);
        write();
        Bump(ref n);
        string text = Local();
        List<Func<int>> all = [];
        for (int i = 0; i < 3; i++)
        {
            int each = i;
            Bump(ref each);
            all.Add(() => each++);
        }

        foreach (Func<int> f in all) text += f() + f();
        return read() + text;

        string Local() => "local" + n;
    }

    [Coroutine]
    private static void Bump(ref int n)
    {
        Pause("bump");
        n++;
    }
}
