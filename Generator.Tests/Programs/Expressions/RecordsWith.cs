// construct: `r with { A = f(), B = g() }`, nested
// lowered to: awaits in place
internal static partial class Program
{
    private sealed record Node(int Value, Node? Next);

    [Coroutine]
    private static string Main()
    {
        Node node = new(Get(1), null);
        Node next = node with { Value = Get(2), Next = node with { Value = Get(3) } };
        return next.ToString();
    }
}
