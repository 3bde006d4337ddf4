// construct: properties whose accessors block: blocks, arrows, static, with different accessibility
// lowered to: GetXAsync() and SetXAsync(value)
internal static partial class Program
{
    private partial class Store(string name)
    {
        private int _value;

        [Coroutine]
        public int Value
        {
            get
            {
                Pause(name + ".get");
                return _value;
            }

            set
            {
                Pause(name + ".set " + value);
                _value = value;
            }
        }

        [Coroutine]
        public string Text => Get(name + Value);

        [Coroutine]
        public static int Shared
        {
            get => Get("shared", 7);
            private set => Pause("shared " + value);
        }

        public int Half { [Coroutine] get => Step("half"); set => _value = value; }

        [Coroutine]
        public void Clear()
        {
            Value = 0;
            this.Value = Get(3);
            Shared = Shared + 1;
        }
    }

    [Coroutine]
    private static string Main()
    {
        Store store = new("s");
        store.Value = Get(4);
        store.Half = 5;
        int sum = store.Value + Store.Shared;
        store.Clear();
        return store.Text + sum + nameof(store.Value) + store.Text.Length;
    }
}
