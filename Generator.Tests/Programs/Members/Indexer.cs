// construct: indexers whose accessors block, overloaded, inherited, by `this` and `base`
// lowered to: GetItemAsync(…) and SetItemAsync(…, value)
internal static partial class Program
{
    private partial class Table
    {
        private readonly int[] _cells = new int[4];

        [Coroutine]
        public virtual int this[int i]
        {
            get => Get("get", _cells[i]);
            set
            {
                Pause("set " + i);
                _cells[i] = value;
            }
        }

        [Coroutine]
        public string this[string name, int times = 2] => Get(name + times);
    }

    private sealed partial class Wrapped : Table
    {
        [Coroutine]
        public override int this[int i]
        {
            get => base[i] + 100;
            set => base[i] = Get("wrap", value * 2);
        }

        [Coroutine]
        public int Sum()
        {
            int sum = 0;
            for (int i = 0; i < 2; i++)
            {
                this[i] = i + 1;
                sum += this[i];
            }

            return sum;
        }
    }

    [Coroutine]
    private static string Main()
    {
        Table table = new Wrapped();
        table[Get(1)] = Get(5);
        return table[1] + table["x"] + table["y", 3][0] + ((Wrapped)table).Sum() + table?[2];
    }
}
