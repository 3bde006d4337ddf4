// construct: an override that returns a more special type
// lowered to: a twin that yields what the base's does, cast where it is called
internal static partial class Program
{
    private partial class Node(string name)
    {
        public string Name { get; } = name;

        [Coroutine]
        public virtual Node Copy() => new(Get(Name));
    }

    private partial class Leaf(string name, int size) : Node(name)
    {
        public int Size { get; } = size;

        [Coroutine]
        public override Leaf Copy() => new(Get(Name), Get(Size));
    }

    private sealed partial class Last(string name) : Leaf(name, 9)
    {
        [Coroutine]
        public override Last Copy() => new(base.Copy().Name);
    }

    [Coroutine]
    private static string Main()
    {
        Leaf leaf = new("leaf", 4);
        Leaf copy = leaf.Copy();
        Node node = leaf;
        return $"{copy.Size} {leaf.Copy().Size} {node.Copy().Name} {new Last("last").Copy().Size}";
    }
}
