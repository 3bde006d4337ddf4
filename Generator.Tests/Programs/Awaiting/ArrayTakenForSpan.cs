// construct: an array that is made a span, before a later argument or operand blocks
// stays blocking: that argument or operand: the span cannot be kept across a yield
// diagnostic: CG1015
// instead: read the argument into a local first
internal static partial class Program
{
    private static ReadOnlySpan<char> Text(string text) => text;

    [Coroutine]
    private static void Main()
    {
        int[] numbers = [1, 2, 3];
        Log(numbers.Contains(/*!CG1015*/Step("a")));
        Log(numbers.AsSpan().Contains(/*!CG1015*/Step("b")));
        Log("ab" == Text(/*!CG1015*/Get("ab")));
        Log(Get(numbers).Contains(9));
        int read = Step("c");
        Log(numbers.Contains(read));
        Log(((IEnumerable<int>)numbers).Contains(Step("d")));
    }
}
