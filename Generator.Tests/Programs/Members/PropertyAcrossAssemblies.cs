// construct: properties of another assembly, and overrides of them
// lowered to: the twins of the other assembly
internal static partial class Program
{
    private sealed partial class Mine : LibStore
    {
        [Coroutine]
        public override int Value { get => base.Value + Get(1); set => base.Value = Get(value); }
    }

    [Coroutine]
    private static int Use(LibStore store)
    {
        store.Value = 5;
        store[2] = store.Value;
        return store[2] + store.Value;
    }

    [Coroutine]
    private static int Main() => Use(new LibStore()) + Use(new Mine());
}
//=== library
public partial class LibStore
{
    private readonly int[] _cells = new int[4];

    [Coroutine]
    public virtual int Value
    {
        get => Get("lib", _cells[0]);
        set
        {
            Pause("lib set");
            _cells[0] = value;
        }
    }

    [Coroutine]
    public int this[int i]
    {
        get => Get("lib item", _cells[i]);
        set
        {
            Pause("lib item set");
            _cells[i] = value;
        }
    }
}
