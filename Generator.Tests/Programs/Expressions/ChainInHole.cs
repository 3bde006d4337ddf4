// construct: links behind awaited links, in the hole of an interpolated string
// lowered to: awaits of awaits, which the hole's own parser must understand
internal static partial class Program
{
    private sealed partial class Node(int id)
    {
        [Coroutine]
        public Node? Next => Get("next", id < 5 ? new Node(id + 1) : null);

        [Coroutine]
        public Node Follow(int n) => Get("follow", new Node(id + n));

        public int Id => id;
    }

    [Coroutine]
    private static string Main()
    {
        Node node = new(1);
        string chained = $"{node.Next?.Next.Next?.Id} {node?.Follow(1).Follow(2).Id:D3} {node?.Next!.Next?.Follow(3).Next is null}";
        return chained + $"{node.Next!.Next!.Follow(1).Id} {(node.Next is { } next ? next.Next!.Follow(2).Id : 0)}";
    }
}
