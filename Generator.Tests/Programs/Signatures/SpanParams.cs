// construct: `params` spans, arrays and collections
// lowered to: `params` arrays for `params` spans; arrays and collections as they are
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Total(1, 2, 3) + Total() + Total([4, 5]) + Array("a", 1, 2) + Array("b") + List(1, 2) + List([3]);

    [Coroutine]
    private static int Total(params ReadOnlySpan<int> numbers)
    {
        int sum = Get(numbers.Length);
        foreach (int n in numbers) sum += n;
        return sum;
    }

    [Coroutine]
    private static int Array(string name, params int[] numbers) => Get(name, numbers.Length);

    [Coroutine]
    private static int List(params List<int> numbers) => Get(numbers.Count);
}
