// construct: target-typed `new`, conditional, `switch`, `default`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        List<int> list = new(Get(4)) { Get(1) };
        (int A, string? B) pair = (Get(1), default);
        short small = Get(true) ? (short)1 : (short)Get(2);
        object boxed = Get(3) switch { > 2 => Get("big"), _ => Get(1) };
        IEnumerable<object> items = [Get(1), Get("a"), null!];
        return $"{list.Capacity >= 4} {pair} {small} {boxed} {items.Count()}";
    }
}
