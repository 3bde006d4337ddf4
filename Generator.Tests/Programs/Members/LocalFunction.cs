// construct: local functions with captures, recursion and type parameters
// lowered to: async local functions of the same name, awaited where they are called
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int total = 0;
        Count(3);
        return total + Echo(4);

        void Count(int n)
        {
            if (n == 0) return;
            total += Get(n);
            Count(n - 1);
        }

        T Echo<T>(T value) => Get(value);
    }
}
