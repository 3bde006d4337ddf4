// construct: `x += g()` on fields, properties, indexers and elements that `g` changes
// lowered to: awaits in place; the old value is read before
internal static partial class Program
{
    private static int s_field;
    private static readonly int[] s_items = [1, 2];

    private static int Property
    {
        get
        {
            Log("get");
            return s_field;
        }

        set
        {
            Log("set " + value);
            s_field = value;
        }
    }

    private partial class Indexed
    {
        public int this[int i]
        {
            get
            {
                Log("get " + i);
                return s_items[i];
            }

            set
            {
                Log($"set {i} {value}");
                s_items[i] = value;
            }
        }
    }

    [Coroutine]
    private static int Change(int n)
    {
        Pause("change");
        s_field = n;
        s_items[0] = n;
        return n;
    }

    [Coroutine]
    private static string Main()
    {
        s_field = 1;
        s_items[0] = 1;
        Indexed indexed = new();
        s_field += Change(10);
        Property += Change(20);
        s_items[0] += Change(30);
        indexed[0] += Change(40);
        indexed[Get(0)] -= Get(1);
        Property++;
        string? text = null;
        text ??= Get("text");
        text ??= Get("never");
        return $"{s_field} {s_items[0]} {text}";
    }
}
