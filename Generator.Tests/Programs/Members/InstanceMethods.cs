// construct: methods of classes, generic types and records that call each other
// lowered to: a twin for each
internal static partial class Program
{
    private partial class Box<T>(T value)
    {
        private int _reads;

        [Coroutine]
        public T Read()
        {
            _reads++;
            return Get(value);
        }

        [Coroutine]
        public (T, TOther, int) With<TOther>(TOther other) => (Read(), Get(other), _reads);
    }

    private partial record Pair(int A, int B)
    {
        [Coroutine]
        public Pair Next() => this with { A = Get(A + 1), B = Get(B + 1) };
    }

    [Coroutine]
    private static string Main()
    {
        Box<string> box = new("x");
        return box.With(1) + box.Read() + new Pair(1, 2).Next().Next();
    }
}
