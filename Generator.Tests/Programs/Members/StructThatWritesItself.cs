// construct: a method, a setter and an explicit implementation of a struct that write the struct
// diagnostic: CG1021
// instead: move what blocks into a method that does not write the struct
// lowered to: twins that call the original, on the struct itself
// stays blocking: these members
internal static partial class Program
{
    private partial interface ICounter
    {
        [Coroutine]
        int Next(int by);

        [Coroutine]
        void Set<T>(T value) where T : struct;
    }

    private partial struct Counter : ICounter
    {
        private int _count;

        [Coroutine]
        public int Add(int n)
        {
            Pause("add");
            return /*!CG1021*/_count += n;
        }

        [Coroutine]
        int ICounter.Next(int by) => Get(/*!CG1021*/_count += by);

        [Coroutine]
        void ICounter.Set<T>(T value)
        {
            Pause("set");
            /*!CG1021*/_count = value.GetHashCode();
        }

        [Coroutine]
        public readonly int Read() => Get(_count);
    }

    [Coroutine]
    private static int Use<T>(T counter) where T : ICounter
    {
        int sum = counter.Next(1) + counter.Next(2);
        counter.Set(100);
        return sum + counter.Next(5);
    }

    [Coroutine]
    private static int Main()
    {
        Counter counter = new();
        counter.Add(1);
        counter.Add(2);
        return counter.Read() + Use(counter);
    }
}
