// construct: the members of a span that is `params`: `IsEmpty`, `ToArray()`, `Slice()`
// lowered to: the array of the twin, taken as a span there
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Write("a") + Write("b", 1, "x") + Rest(1, 2, 3);

    [Coroutine]
    private static int Write(string format, params ReadOnlySpan<object> args)
    {
        Log(args.IsEmpty ? "nothing" : string.Join(",", args.ToArray()));
        return Take(format, args.IsEmpty ? null : args.ToArray()) + args.Length;
    }

    [Coroutine]
    private static int Take(string format, object[]? args) => Get(args?.Length ?? 10);

    [Coroutine]
    private static int Rest(params ReadOnlySpan<int> numbers)
    {
        ReadOnlySpan<int> all = numbers;
        Log(all[1]);
        return Get(numbers.Slice(1).Length) + numbers[^1];
    }
}
