// construct: a local, parameter or local function that is called like a twin
// lowered to: a call that leads past it: `this.FooAsync()`, `Type.FooAsync()`
internal static partial class Program
{
    private partial class Worker(int field)
    {
        [Coroutine]
        public int Read() => Get(field);

        [Coroutine]
        public int Both(int ReadAsync) => Read() + ReadAsync;
    }

    [Coroutine]
    private static int Work(int n) => Get(n);

    [Coroutine]
    private static T Echo<T>(T n) => Get(n);

    [Coroutine]
    private static int Main()
    {
        int WorkAsync = Work(1);
        return WorkAsync + Program.Work(2) + new Worker(3).Both(4) + Echo(5) + EchoAsync("text");

        static int EchoAsync(string text) => text.Length;
    }
}
