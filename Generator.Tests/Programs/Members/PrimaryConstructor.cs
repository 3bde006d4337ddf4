// construct: parameters of primary constructors, captured and changed
// lowered to: the same fields
internal static partial class Program
{
    private partial class Counter(int start, Source source)
    {
        [Coroutine]
        public int Next()
        {
            start += source.Read();
            return Get(start++);
        }

        [Coroutine]
        public Source Open() => source = source.Open("child" + start);

        public string Name => source.Name;
    }

    private sealed partial record Named(string Name, Counter Counter)
    {
        [Coroutine]
        public string Show() => Get(Name) + Counter.Next();
    }

    [Coroutine]
    private static string Main()
    {
        Counter counter = new(10, new Source("s"));
        string text = counter.Next() + " " + counter.Next() + " " + counter.Open().Name;
        return text + counter.Name + new Named("n", counter).Show();
    }
}
