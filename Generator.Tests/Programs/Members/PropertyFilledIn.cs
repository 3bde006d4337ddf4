// construct: `o.P ??= f()`, `P ??= f()`, `o[i] ??= f()` of blocking properties and indexers, as statements
// lowered to: `await (await o.GetPAsync() is null ? o.SetPAsync(f()) : default)`; what stands before the property is evaluated once
internal static partial class Program
{
    private sealed partial class Store(string name)
    {
        private string? _text;
        private int? _number;
        private readonly Dictionary<string, Func<int>?> _items = [];

        public static Store? Last;

        [Coroutine]
        public string? Text
        {
            get => Get(name + ".text", _text);
            set
            {
                Pause($"{name}.set {value}");
                _text = value;
            }
        }

        [Coroutine]
        public int? Number
        {
            get => Get(name + ".number", _number);
            set
            {
                Pause($"{name}.set {value}");
                _number = value;
            }
        }

        [Coroutine]
        public Func<int>? this[string key, int length]
        {
            get => Get("item", _items.GetValueOrDefault(key[..length]));
            set
            {
                Pause("set item");
                _items[key[..length]] = value;
            }
        }

        [Coroutine]
        public void Fill() => Text ??= Get("filled");
    }

    [Coroutine]
    private static Store Find(string name)
    {
        Pause("find");
        return Store.Last ??= new Store(name);
    }

    [Coroutine]
    private static string Main()
    {
        Store.Last = null;
        Store store = new("a");
        store.Fill();
        store.Text ??= Get("not reached");
        if (store.Text is not null)
            store.Number ??= Get(5);
        else
            Log("no text");
        Find("b").Text ??= Get("found");
        Find("b").Text ??= Get("not reached");
        Find("b").Number ??= 7;
        store[Get("key"), Get(2)] ??= () => 3;
        store[Get("key"), 2] ??= null;
        for (int i = 0; i < 2; store.Number ??= 1, i++) Log(i);
        Store? missing = null;
        try
        {
            missing!.Text ??= Get("not reached");
        }
        catch (NullReferenceException)
        {
            Log("null");
        }

        Action later = () => Find("c").Text ??= Get("lambda");
        later();
        return $"{store.Text} {store.Number} {store["key", 2]!()} {Find("b").Text} {Find("b").Number}";
    }
}
