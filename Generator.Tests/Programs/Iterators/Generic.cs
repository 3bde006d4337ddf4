// construct: a generic iterator with constraints, in a generic type
// lowered to: a generic twin
internal static partial class Program
{
    private sealed partial class Box<T>(params T[] items)
        where T : notnull
    {
        [Coroutine]
        public IEnumerable<(T Item, TTag Tag)> With<TTag>(TTag tag)
            where TTag : struct
        {
            foreach (T item in items)
            {
                Pause(item.ToString()!);
                yield return (item, tag);
            }
        }
    }

    [Coroutine]
    private static IEnumerable<T> Same<T>(IEnumerable<T> items)
    {
        foreach (T item in items) yield return Get(item);
    }

    [Coroutine]
    private static void Main()
    {
        foreach ((string item, int tag) in new Box<string>("a", "b").With(3)) Log(item + tag);
        foreach (var (item, tag) in new Box<int>(1).With('x')) Log(item + ":" + tag);
        foreach (char c in Same("xy")) Log(c);
    }
}
