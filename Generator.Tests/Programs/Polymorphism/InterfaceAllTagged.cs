// construct: an interface whose implementations are all tagged; structs among them, type parameters as receivers
// lowered to: the twins implement the interface's
internal static partial class Program
{
    private partial interface ISource<T>
    {
        [Coroutine]
        T Next(T seed);
    }

    private readonly partial struct Adder(int by) : ISource<int>
    {
        [Coroutine]
        public int Next(int seed) => Get(seed + by);
    }

    private sealed partial class Doubler : ISource<int>, ISource<string>
    {
        [Coroutine]
        public int Next(int seed) => Get(seed * 2);

        [Coroutine]
        public string Next(string seed) => Get(seed + seed);
    }

    [Coroutine]
    private static T Twice<T, TSource>(TSource source, T seed) where TSource : ISource<T> => source.Next(source.Next(seed));

    [Coroutine]
    private static string Main() => Twice(new Adder(3), 1) + " " + Twice<int, Doubler>(new Doubler(), 1) + Twice<string, ISource<string>>(new Doubler(), "a");
}
