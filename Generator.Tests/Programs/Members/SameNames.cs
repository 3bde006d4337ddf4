// construct: overloads of one name, a local and a parameter called like a method or its twin, a method called like its type's property
// lowered to: twins of each
internal static partial class Program
{
    private partial class Reader
    {
        [Coroutine]
        public int Read() => Read(1);

        [Coroutine]
        public int Read(int times) => times == 0 ? 0 : Get(times) + Read(times - 1);

        [Coroutine]
        public string Read(string text, int Read = 3) => Get(text) + Read;

        [Coroutine]
        public T Read<T>(T value) where T : struct => Get(value);

        [Coroutine]
        public int Shadowed()
        {
            Func<int> ReadAsync = () => 5;
            int GetCountAsync = 2;
            return ReadAsync() + GetCountAsync + Read() + Count + Other(7);

            static int OtherAsync(int n) => n;
        }

        [Coroutine]
        private int Count => Get(6);

        [Coroutine]
        private static int Other(int OtherAsync)
        {
            Pause("other");
            return OtherAsync == 0 ? 0 : Other(0) + 1;
        }
    }

    [Coroutine]
    private static string Main()
    {
        Reader reader = new();
        return reader.Read() + reader.Read("x") + reader.Read(2.5) + reader.Read("y", Read: 4) + reader.Shadowed();
    }
}
