// construct: compound assignment to a property or field of a struct that the right side replaces
// lowered to: awaits in place
internal static partial class Program
{
    private struct P
    {
        public int X { get; set; }

        public int Field;
    }

    private static P s_p;

    [Coroutine]
    private static int Change(int n)
    {
        Pause("change");
        s_p = new P { X = n, Field = n };
        return n;
    }

    [Coroutine]
    private static string Main()
    {
        s_p = new P { X = 1, Field = 1 };
        s_p.X += Change(5);
        s_p.Field += Change(6);
        P local = new() { X = 1 };
        local.X += (local = new P { X = Get(10), Field = 3 }).X;
        local.Field += Get(1);
        P[] items = [new() { X = 1 }];
        items[0].X += (items = [new() { X = Get(20) }])[0].X;
        return $"{s_p.X} {s_p.Field} {local.X} {local.Field} {items[0].X}";
    }
}
