// construct: anonymous methods and lambdas with types, modifiers, discards and default values, where the twin takes async ones
// lowered to: async lambdas
internal static partial class Program
{
    private sealed record Item(string Name);

    [Coroutine]
    private static void Main()
    {
        Each<Item>([new("a"), new("b")], (Item item) => Pause(item.Name));
        Each<Item>([new("c")], static item => Pause(item.Name));
        Each(new[] { 1 }, delegate { Pause("no parameters"); });
        Each(new (int A, string B)[] { (1, "x") }, pair => Pause(pair.A + pair.B));
        Each(new int?[] { null }, n => Pause(n?.ToString() ?? "none"));
        Log(Call<string?>(() => Get("a") == "b" ? "yes" : null) ?? "null");
        Log(Call(() => (Get(1), Two: Get(2))).Two);
        Log(Call(int () => Get(3)));
        Log(Call(() => Call(() => Get("deep"))));
    }
}
