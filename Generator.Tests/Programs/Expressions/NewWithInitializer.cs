// construct: `new T(f()) { P = g(), C = { h() }, [i()] = j() }`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Bag bag = new(Get(1)) { Name = Get("n"), Items = { Get(2), Get(3) }, [Get("k")] = Get(4), Inner = { Name = Get("m") } };
        return $"{bag.Name}{bag.Inner?.Name}{string.Join(",", bag.Items)}{bag["k"]}";
    }
}

public sealed class Bag(int depth)
{
    public string Name { get; set; } = "";
    public Bag? Inner { get; } = depth > 0 ? new Bag(depth - 1) : null;
    public List<int> Items { get; } = [];
    private readonly Dictionary<string, int> _map = [];
    public int this[string key] { get => _map[key]; set { Log(key); _map[key] = value; } }
}
