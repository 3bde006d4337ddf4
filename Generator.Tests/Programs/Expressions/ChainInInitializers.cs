// construct: chains in initializers, collections, tuples, interpolations
// lowered to: `if (a is { } c) …` for a statement, `(a is { } c ? … : null)` for a value
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source? some = new("some");
        Source? none = null;
        int?[] numbers = [some?.Read(), none?.Read(), some?.Read()];
        (int? A, string? B) pair = (some?.Read(), none?.ReadLine());
        var anonymous = new { A = some?.Read(), B = none?.Read() };
        List<int?> list = new() { some?.Read(), none?.Read() };
        return $"{numbers.Length}{pair}{anonymous}{list.Count}";
    }
}
