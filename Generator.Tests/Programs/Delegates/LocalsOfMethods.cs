// construct: local delegates that hold tagged methods: `Func<int, int> f = Twice; f(1);`
// lowered to: the names of their twins
internal static partial class Program
{
    private partial class Store(string name)
    {
        [Coroutine]
        public virtual string Load(int id) => Get(name + id);

        [Coroutine]
        public string Both(int id)
        {
            Func<int, string> load = Load;
            string first = load(id);
            load = this.Load;
            return first + load(id + 1);
        }
    }

    private sealed partial class Shouting() : Store("s")
    {
        [Coroutine]
        public override string Load(int id) => base.Load(id).ToUpperInvariant();
    }

    private delegate T Same<T>(T value);

    [Coroutine]
    private static int Twice(int n) => Get(n) * 2;

    [Coroutine]
    private static T Echo<T>(T value) => Get(value);

    [Coroutine]
    private static void Tell() => Pause("tell");

    [Coroutine]
    private static string Main()
    {
        Func<int, int> change = Twice;
        Log(change(1));
        change = n => n + 1;
        Log(change(2));
        change = Get(false) ? Program.Twice : Echo<int>;
        Log(change(3));
        Same<string> same = Echo;
        Log(same("text"));
        Action? tell = Tell;
        tell?.Invoke();
        Store store = new Shouting();
        Func<int, string> load = store.Load;
        store = new Store("other");
        Log(load(4));
        return store.Both(5);
    }
}
