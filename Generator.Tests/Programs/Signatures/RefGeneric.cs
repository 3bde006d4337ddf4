// construct: generic methods with by-reference parameters; the type is inferred
// lowered to: `Ref<T>`, from which the type is inferred
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Dictionary<string, int> numbers = new() { ["a"] = 1 };
        string text = "old";
        Replace(ref text, "new");
        bool found = TryGet(numbers, "a", out var one);
        TryGet<string, int>(numbers, "b", out int none);
        var pair = (Left: 1, Right: "r");
        Replace(ref pair, (2, "s"));
        int? maybe = null;
        Replace(ref maybe, 4);
        Box<int>.Make(7, out Box<int> box);
        return $"{text} {found} {one} {none} {pair.Left} {pair.Right} {maybe} {box.Value}";
    }

    [Coroutine]
    private static bool TryGet<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> items, TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
    {
        Pause("get");
        return items.TryGetValue(key, out value);
    }

    [Coroutine]
    private static T Replace<T>(ref T place, T value)
    {
        T old = place;
        place = Get("value", value);
        return old;
    }

    private sealed partial class Box<T>(T value)
    {
        public T Value => value;

        [Coroutine]
        public static void Make(T value, out Box<T> box)
        {
            Pause("make");
            box = new Box<T>(value);
        }
    }
}
