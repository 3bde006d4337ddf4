// construct: tagged local functions: called, and given to `Co.Spawn`
// lowered to: async local functions; those that capture nothing have twins beside the method, which an ordinary method can spawn too
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int total = 0;
        Add(2);
        Fiber<string> first = Co.Spawn(Work, "a");
        Fiber<string> second = Co.Spawn(Work, "b");
        return $"{total} {first.Result} {second.Result} {Work("c")}";

        [Coroutine]
        void Add(int n) => total += Get(n);

        [Coroutine]
        static string Work(string name)
        {
            string all = "";
            for (int i = 0; i < 2; i++)
                all += Twice(name);
            return all;
        }

        [Coroutine]
        static string Twice(string text, int times = 1)
        {
            Thread.Sleep(1);
            return times == 0 ? text : text + Twice(text, times - 1);
        }
    }
}
