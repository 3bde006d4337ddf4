// construct: a default member of an interface: inherited, replaced with a tag, replaced without
// lowered to: a twin with the default body, that finds at run time when it is bypassed
// stays blocking: the implementation that does not opt in
internal static partial class Program
{
    private partial interface IWork
    {
        [Coroutine]
        int Do(int n)
        {
            Log("default");
            return Get(n) + Own();
        }

        private int Own() => 1000;
    }

    private sealed class Inherits : IWork;

    private sealed partial class Tagged : IWork
    {
        [Coroutine]
        public int Do(int n) => Get("tagged", n * 2);
    }

    private sealed class Plain : IWork
    {
        public int Do(int n) => Get("plain", n * 3);
    }

    private partial interface ISub : IWork
    {
        [Coroutine]
        int IWork.Do(int n) => Get("sub", n * 4);
    }

    private sealed class OfSub : ISub;

    private sealed class PlainOfSub : ISub
    {
        int IWork.Do(int n) => Get("plain of sub", n * 5);
    }

    private readonly partial struct Value : IWork;

    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        foreach (IWork work in new IWork[] { new Inherits(), new Tagged(), new Plain(), new OfSub(), new PlainOfSub(), new Value() }) sum += work.Do(7);
        return sum;
    }
}
