// construct: static fields that are initialized when a call first touches them
// lowered to: awaits in place
internal static partial class Program
{
    private static partial class Lazy
    {
        public static readonly int Value = Init();

        static Lazy()
        {
        }

        [Coroutine]
        public static int Read(int n) => Get(n) + Value;

        private static int Init() => 5;
    }

    [Coroutine]
    private static int Main()
    {
        int n = Get(1) + Lazy.Value;
        return n + Lazy.Read(Get(2));
    }
}
