// construct: `x ??= f()`, on locals, fields, elements, properties, indexers
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string? local = null;
        s_field = null;
        local ??= Get("a");
        local ??= Get("never");
        s_field ??= Get("b");
        string?[] a = new string?[2];
        int i = 0;
        a[i++] ??= Get("c");
        a[i - 1] ??= Get("never");
        Dictionary<string, string?> map = new() { ["k"] = null };
        map[Get("k")] ??= Get("d");
        int? n = null;
        int m = n ??= Get(5);
        Source? source = null;
        (source ??= new Source("s")).Write(1);
        return local + s_field + a[0] + map["k"] + m + (source ??= new("never")).Name;
    }

    private static string? s_field;
}
