// construct: local functions and lambdas that block, called in loops, recursive, generic
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int total = 0;
        int Fib(int n) => n < 2 ? Get(n) : Fib(n - 1) + Fib(n - 2);
        T Twice<T>(T value) { Pause("twice"); return value; }
        for (int i = 0; i < 3; i++)
        {
            int local = i;
            void Add() => total += Get(local);
            Add();
        }
        return Fib(4) + Twice(total) + Twice("ab").Length;
    }
}
