// construct: local functions: static, generic, recursive, mutually recursive, with default values
// lowered to: async local functions
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        static int Twice(int n, int times = 2) => Get(n) * times;
        T Same<T>(T value) => Get(value);
        int Factorial(int n) => n <= 1 ? Get(1) : n * Factorial(n - 1);
        bool IsEven(int n) => n == 0 || IsOdd(n - 1);
        bool IsOdd(int n)
        {
            Pause("odd " + n);
            return n != 0 && IsEven(n - 1);
        }

        int sum = 0;
        void Add(params int[] numbers)
        {
            foreach (int n in numbers) sum += Get(n);
        }

        Log(Twice(1) + Twice(times: 3, n: 2));
        Log(Same("a") + Same(2));
        Log(Factorial(3));
        Log(IsEven(3));
        Add();
        Add(1, 2);
        Log(sum);
    }
}
