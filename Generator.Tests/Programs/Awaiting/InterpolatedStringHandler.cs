// construct: an interpolated string that a handler takes
// stays blocking: calls in its holes
// diagnostic: CG1015
// instead: take the value first
internal static partial class Program
{
    [System.Runtime.CompilerServices.InterpolatedStringHandler]
    public ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly List<string> _parts = [$"{literalLength} {formattedCount}"];

        public readonly void AppendLiteral(string text) => _parts.Add(text);

        public readonly void AppendFormatted<T>(T value) => _parts.Add("<" + value + ">");

        public readonly override string ToString() => string.Join('|', _parts);
    }

    private static void Print(Handler handler) => Log(handler.ToString());

    [Coroutine]
    private static void Main()
    {
        Print($"a {/*!CG1015*/Get(1)} b");
        Print($"c {1} d");
        Pause("end");
    }
}
