// construct: methods and types that are `unsafe` and use it in `fixed` and `unsafe` blocks only
// lowered to: a twin that is not unsafe but for those
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Sum([1, 2, 3]) + new Reader().Read([4, 5]);

    [Coroutine]
    private static unsafe int Sum(byte[] bytes)
    {
        int sum = Get(0);
        fixed (byte* p = bytes)
            for (int i = 0; i < bytes.Length; i++)
                sum += p[i];

        if (sum > 5)
            fixed (byte* p = bytes) { sum += *p; }
        else
            Pause("small");
        unsafe
        {
            int* q = &sum;
            *q += 10;
        }

        Pause("end");
        return sum;
    }

    private sealed unsafe partial class Reader
    {
        private byte* _unused;

        [Coroutine]
        public int Read(byte[] bytes) => Get(bytes.Length);

        public bool IsNew() => _unused == null;
    }
}
