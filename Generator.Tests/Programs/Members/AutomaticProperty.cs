// construct: tagged properties without bodies, and with `field`
// diagnostic: CG1021
// lowered to: twins that call the original
// stays blocking: the accessor that speaks of `field`
internal static partial class Program
{
    private partial class Store
    {
        [Coroutine]
        public int Plain { get; set; } = 3;

        [Coroutine]
        public string Lazy => /*!CG1021*/field ??= Get("made");
    }

    [Coroutine]
    private static string Main()
    {
        Store store = new();
        store.Plain = Get(store.Plain + 1);
        return store.Lazy + store.Plain + store.Lazy;
    }
}
