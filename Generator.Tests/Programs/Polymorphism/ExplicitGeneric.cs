// construct: explicit implementations of the members of a generic interface, generic themselves
// lowered to: explicit implementations of the twins
internal static partial class Program
{
    private partial interface IMap<TKey> where TKey : notnull
    {
        [Coroutine]
        TValue Find<TValue>(TKey key, TValue fallback) where TValue : class;
    }

    private sealed partial class Map : IMap<int>, IMap<string>
    {
        [Coroutine]
        TValue IMap<int>.Find<TValue>(int key, TValue fallback) => Get("int " + key, fallback);

        [Coroutine]
        TValue IMap<string>.Find<TValue>(string key, TValue fallback) where TValue : class => Get("string " + key, fallback);
    }

    [Coroutine]
    private static string Main()
    {
        Map map = new();
        return ((IMap<int>)map).Find(1, "x") + ((IMap<string>)map).Find("k", "y");
    }
}
