// construct: the receiver of an extension's method, a value, in a `?.` chain that cannot be written out, and changed by an argument
// diagnostic: CG1014
// instead: give the argument to a local before the chain
// stays blocking: the call in the argument, across which the receiver could not be kept
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Box box = new() { Number = 1 };
        for (int i = 0; i < 2; i++, box?.Number.Show(/*!CG1014*/Get(box.Number += 5)))
            Log(Get(i).ToString());

        Log($"{box?.Number.Plus((box.Number = /*!CG1014*/Get(40)) is int n ? n : 0) ?? 1} {box?.Number}");
        return (box?.Number.Plus(1).Plus((box.Number = Get(3)) is int m ? m : 0) ?? 1) + (box?.Number ?? 0);
    }
}

internal sealed class Box
{
    public int Number;
}

internal static class Numbers
{
    extension(int number)
    {
        public int Plus(int other) => number * 100 + other;

        public void Show(int other) => Log($"{number} {other}");
    }
}
