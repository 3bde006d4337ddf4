// construct: `out` into fields and elements
// lowered to: `Ref.To(this, static o => ref o._field)`, `Ref.At(array, index)`
internal static partial class Program
{
    private static string s_line = "static";

    [Coroutine]
    private static string Main()
    {
        Holder holder = new();
        holder.Fill();
        TryRead(4, out holder.Line);
        Log(holder.Line);
        TryRead(5, out s_line);
        string[] lines = ["a", "b", "c"];
        TryRead(6, out lines[Get(1)]);
        TryRead(7, out lines[^1]);
        TryRead(8, out holder.Pair.Name);
        (string Name, int Number)[] pairs = [("p", 1)];
        TryRead(9, out pairs[0].Name);
        (string Name, int Number) pair = ("q", 2);
        TryRead(10, out pair.Name);
        return string.Join("|", holder.Line, s_line, lines[0], lines[1], lines[2], holder.Pair, pairs[0], pair);
    }

    private sealed partial class Holder
    {
        private string _own = "own";

        public string Line = "";

        public (string Name, int Number) Pair = ("pair", 1);

        [Coroutine]
        public void Fill()
        {
            TryRead(1, out _own);
            TryRead(2, out this.Line);
            Log(_own + Line);
        }
    }

    [Coroutine]
    private static bool TryRead(int n, out string line)
    {
        line = "before";
        int got = Get(n);
        line = "line " + got;
        Pause("after");
        return got < 3;
    }
}
