// construct: patched members behind `?.`, in lambdas, in generic types, in extension form and where the result is thrown away
// lowered to: the call in the same place
internal class Store<T>
{
    public Store<T>? Next { get; set; }

    public T? Last { get; set; }

    public T Take(T value) => Get("take", value);

    public U Map<U>(Func<T, U> map, T value) => map(Get("map", value));

    public static int Size<U>(T first, U second) => Get("size", 2);
}

internal static class StoreExtensions
{
    public static int Sum(this Store<int> store, int n) => Get("sum", n);
}

internal static class StorePatches
{
    [Patch(typeof(Store<>), nameof(Store<int>.Take))]
    public static async Coroutine<T> TakeAsync<T>(Store<T> store, T value)
    {
        store.GetType();
        return await GetAsync("take", value);
    }

    [Patch(typeof(Store<>), nameof(Store<int>.Map))]
    public static async Coroutine<U> MapAsync<T, U>(Store<T> store, Func<T, U> map, T value) => map(await GetAsync("map", value));

    [Patch(typeof(Store<>), nameof(Store<int>.Size))]
    public static Coroutine<int> SizeAsync<T, U>(T first, U second) => GetAsync("size", 2);

    [Patch(typeof(StoreExtensions), nameof(StoreExtensions.Sum))]
    public static async Coroutine<int> SumOf(Store<int> store, int n) => await GetAsync("sum", n);
}

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Store<int>? store = new() { Next = new() };
        Log(store?.Take(1));
        Log(store?.Next?.Take(Get(2)));
        Log(store?.Next?.Next?.Take(Get(3)));
        store?.Sum(4);
        Log(store!.Sum(5) + StoreExtensions.Sum(store, 6));
        Log(store.Map(x => x + 0.5, 7) + store.Map<string>(x => "s" + x, Get(8)).Length);
        Log(Store<string?>.Size(null, 1) + Store<int>.Size<object?>(1, null));
        Func<int, int> twice = n => store.Take(n) * 2;
        Log(twice(4));
        int Local(int n) => store.Take(n);
        Log(Local(5));
    }
}
