// construct: an iterator that enumerates itself
// lowered to: nested `await foreach`
internal static partial class Program
{
    private sealed record Node(int Value, params Node[] Children);

    [Coroutine]
    private static IEnumerable<int> Walk(Node node, int depth = 0)
    {
        yield return Get(node.Value * 10 + depth);
        foreach (Node child in node.Children)
        {
            foreach (int value in Walk(child, depth + 1)) yield return value;
        }
    }

    [Coroutine]
    private static int Main()
    {
        int sum = 0;
        foreach (int value in Walk(new Node(1, new Node(2, new Node(3)), new Node(4)))) sum += value;
        return sum;
    }
}
