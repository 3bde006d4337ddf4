// construct: `[Patch(typeof(T), nameof(T.M))]` on a static method: instance and static methods, overloads, the object itself as receiver
// lowered to: an awaited call of the method, the receiver first
internal class Legacy
{
    public virtual int Read(int n) => Get("read", n * 10);

    public string Read(string name, int n = 2) => Get("read", name + n);

    public static int Count(params int[] items) => Get("count", items.Length);
}

internal static class LegacyPatches
{
    [Patch(typeof(Legacy), nameof(Legacy.Read))]
    public static Coroutine<int> ReadAsync(Legacy legacy, int n) => legacy is null ? throw new NullReferenceException() : GetAsync("read", n * 10);

    [Patch(typeof(Legacy), nameof(Legacy.Read))]
    public static async Task<string> ReadNamed(Legacy legacy, string name, int n = 2) => await GetAsync("read", name + n);

    [Patch(typeof(Legacy), nameof(Legacy.Count))]
    public static async Coroutine<int> Count(params int[] items) => await GetAsync("count", items.Length);
}

internal partial class Derived : Legacy
{
    [Coroutine]
    public int Twice(int n) => Read(n) + this.Read(n);
}

internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Legacy legacy = new();
        int a = legacy.Read(Get(1)) + new Derived().Read(2) + new Derived().Twice(3);
        string b = legacy.Read(n: Get(7), name: Get("n")) + legacy.Read("m").Length;
        int c = Legacy.Count() + Legacy.Count(1, Get(2)) + Legacy.Count([1, 2, 3]);
        legacy.Read(0);
        return $"{a} {b} {c}";
    }
}
