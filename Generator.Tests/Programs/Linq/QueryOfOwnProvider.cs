// construct: a query over a type that has query operators of its own
// diagnostic: CG1004
// instead: call the operators by their names
// stays blocking: the call in the clause
internal static partial class Program
{
    private sealed class Box<T>(T value)
    {
        public Box<R> Select<R>(Func<T, R> selector) => new(selector(value));

        public T Value => value;
    }

    [Coroutine]
    private static void Main()
    {
        Log((from n in new Box<int>(1) select /*!CG1004*/Get(n)).Value);
        Pause("end");
    }
}
