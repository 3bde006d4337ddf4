// construct: types of one name in several namespaces, overloads, names that differ in case, nested types
// lowered to: a twin and a file for each
namespace A
{
    internal static partial class Worker
    {
        [Coroutine] internal static int Work() => Get(1);
        [Coroutine] internal static int Work(int n) => Get(n);
        [Coroutine] internal static int work(int n) => Get(n + 1);
        [Coroutine] internal static int Work<T>(T n) => Get(5);
        [Coroutine] internal static int Work(List<int> n) => Get(n.Count);
        [Coroutine] internal static int Work(List<string> n) => Get(n.Count + 1);
    }
}

namespace B
{
    internal static partial class Worker
    {
        [Coroutine] internal static int Work() => Get(2);

        internal static partial class Worker2<T>
        {
            [Coroutine] internal static int Work() => Get(typeof(T).Name.Length);
        }

        internal static partial class Worker2
        {
            [Coroutine] internal static int Work() => Get(4);
        }
    }
}

internal static partial class Program
{
    [Coroutine]
    private static int Main() => A.Worker.Work() + B.Worker.Work() + A.Worker.Work(3) + A.Worker.work(4) + A.Worker.Work("t") +
        B.Worker.Worker2<int>.Work() + B.Worker.Worker2.Work() + A.Worker.Work(new List<int> { 1 }) + A.Worker.Work(new List<string>());
}
