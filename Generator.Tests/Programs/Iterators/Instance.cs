// construct: an iterator of a class, which reads and writes its fields
// lowered to: a twin beside it
internal static partial class Program
{
    private sealed partial class Reader(Source source)
    {
        private int _reads;

        public int Reads => _reads;

        [Coroutine]
        public IEnumerable<int> ReadAll(int until)
        {
            while (true)
            {
                int n = source.Read();
                _reads++;
                if (n > until) yield break;
                yield return n;
            }
        }

        [Coroutine]
        private IEnumerable<string> Texts()
        {
            foreach (int n in ReadAll(2)) yield return "<" + n + ">";
            foreach (int n in this.ReadAll(4)) yield return "[" + n + "]";
        }

        [Coroutine]
        public void Print()
        {
            foreach (string text in Texts()) Log(text);
        }
    }

    [Coroutine]
    private static int Main()
    {
        Reader reader = new(new Source());
        reader.Print();
        foreach (int n in reader.ReadAll(9)) Log(n);
        return reader.Reads;
    }
}
