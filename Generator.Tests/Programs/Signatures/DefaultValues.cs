// construct: optional parameters, named arguments out of order
// lowered to: the same arguments of the twin
internal static partial class Program
{
    [Coroutine]
    private static string Main() => Show() + Show(b: Get("x")) + Show(c: 7, a: Get(8)) + Show(1, "y", 2, ConsoleColor.Red, null);

    [Coroutine]
    private static string Show(int a = 1, string b = "q\"uote", long c = -5, ConsoleColor d = ConsoleColor.Blue, int? e = 3, decimal f = 1.5m, CancellationToken token = default)
    {
        Pause("show");
        return $"{a}{b}{c}{d}{e}{f}{token.IsCancellationRequested};";
    }
}
