// construct: a query whose first source blocks
// lowered to: an `await` in the `from`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[] odd = [.. from n in Get<int[]>([1, 2, 3]) where n % 2 == 1 select n * 2];
        return string.Join(',', odd) + Get(odd.Length);
    }
}
