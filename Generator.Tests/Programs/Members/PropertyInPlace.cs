// construct: blocking properties whose changed value is used; set by initializers and `with`, deconstructed into, read by patterns
// diagnostic: CG1020
// instead: read the property into a local, or assign it in a statement of its own
// stays blocking: these uses
internal static partial class Program
{
    private partial record Store
    {
        private int _value;

        [Coroutine]
        public int Value
        {
            get => Get("get", _value);
            set
            {
                Pause("set " + value);
                _value = value;
            }
        }
    }

    [Coroutine]
    private static string Main()
    {
        Store store = new() { /*!CG1020*/Value = 1 };
        int old = store./*!CG1020*/Value++;
        int copy = store./*!CG1020*/Value = 9;
        (store./*!CG1020*/Value, copy) = (Get(5), copy + 1);
        bool matches = store is { /*!CG1020*/Value: > 3 };
        Store other = store with { /*!CG1020*/Value = 8 };
        return $"{store.Value} {copy} {matches} {other.Value} {old}";
    }
}
