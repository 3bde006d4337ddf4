// construct: `[MethodImpl(MethodImplOptions.Synchronized)]`
// lowered to: `CoMonitor` around the body
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Counter counter = new();
        return counter.Add(1) + counter.Arrow(2) + Counter.Static(3) + "" + counter.Show();
    }

    private sealed partial class Counter
    {
        private int _sum;

        [Coroutine, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
        public int Add(int n)
        {
            int before = _sum;
            Pause("add");
            _sum = before + n;
            return Arrow(n);
        }

        [Coroutine, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
        public int Arrow(int n) => _sum += Get(n);

        [Coroutine, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
        public static int Static(int n)
        {
            Pause("static");
            if (n > 2) return n;
            return 0;
        }

        [Coroutine, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
        public string Show()
        {
            try { Pause("show"); }
            finally { _sum++; }
            return "sum" + _sum;
        }
    }
}
