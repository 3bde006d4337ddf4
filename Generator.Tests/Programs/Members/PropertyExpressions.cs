// construct: blocking properties wherever a value may stand
// lowered to: awaits in place; names of tuple and anonymous elements are kept
internal static partial class Program
{
    private partial class Node(int id)
    {
        [Coroutine]
        public int Id => Get("id", id);

        [Coroutine]
        public Node? Next => Get("next", id < 3 ? new Node(id + 1) : null);

        [Coroutine]
        public string Name { get { return Get("name", "n" + id); } }
    }

    [Coroutine]
    private static string Main()
    {
        Node node = new(1);
        var anonymous = new { node.Id, node.Name.Length, Twice = node.Id * 2 };
        var tuple = (node.Id, node.Name);
        string text = $"{anonymous.Id} {anonymous.Length} {tuple.Id} {tuple.Name} {node.Next?.Id} {node.Next?.Next?.Next?.Name ?? "none"}";
        if (node.Id > 0 && node.Next is { } next && next.Name != "") text += next.Next!.Id;
        foreach (char c in node.Name) text += c;
        switch (node.Id)
        {
            case 1: text += "one"; break;
        }

        return text + (node.Next is null ? "last" : node.Next.Next!.Name[0].ToString()) + node.Name switch { "n1" => 1, _ => 2 };
    }
}
