// construct: `o.P += f()`, `o.P++`, `P -= f()`, `o[i] *= f()` of blocking properties, as statements
// lowered to: `await o.SetPAsync((await o.GetPAsync()) + f())`; an `o` that is more than a variable is held: `await (g() is var o ? … : default)`
internal static partial class Program
{
    private sealed partial class Store
    {
        private byte _small = 250;
        private readonly int[] _items = [1, 2, 3];
        private readonly Store? _next;

        public Store(Store? next) => _next = next;

        [Coroutine]
        public byte Small
        {
            get => Get("get small", _small);
            set
            {
                Pause("set " + value);
                _small = value;
            }
        }

        [Coroutine]
        public string? Text
        {
            get => Get("text", "t");
            set => Pause("set " + value);
        }

        [Coroutine]
        public int this[int i]
        {
            get => Get("item", _items[i]);
            set
            {
                Pause("set item " + value);
                _items[i] = value;
            }
        }

        [Coroutine]
        public static double Shared
        {
            get => Get("shared", 1.5);
            set => Pause("set shared " + value);
        }

        [Coroutine]
        public void Change(Store other)
        {
            Small += 3;
            this.Small -= (byte)Get(2);
            other.Small++;
            other.Text += Get("x") + 'y';
            if (_next is not null)
                _next.Small |= 1;
        }
    }

    [Coroutine]
    private static string Main()
    {
        Store store = new(new Store(null));
        const int first = 0;
        store[1] *= Get(2) + 1;
        store[first]--;
        Store.Shared *= 2;
        for (int i = 0; i < 2; i++, store.Small++)
            Log(i.ToString());
        store.Change(store);
        try
        {
            checked
            {
                store.Small += (byte)Get(100);
            }
        }
        catch (OverflowException)
        {
            Log("overflow");
        }

        Store[] stores = [store];
        stores[Get(0)].Small -= (byte)Get(2);
        ++stores[0].Small;
        stores[0][Get(1)]--;
        store.Small += (byte)((store = new Store(null)) is null ? 1 : 2);
        Store? missing = null;
        try
        {
            missing!.Small += Get("not reached", (byte)1);
        }
        catch (NullReferenceException)
        {
            Log("null");
        }

        return $"{store.Small} {store[0]} {store[1]}";
    }
}
