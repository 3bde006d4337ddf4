// construct: many overloads, some tagged, some not, with default values
// lowered to: the twin of the one that the call binds to
internal static partial class Program
{
    [Coroutine]
    private static string F(int a) => Get("int " + a);

    [Coroutine]
    private static string F(string? a) => Get("string " + a);

    [Coroutine]
    private static string F(int a, int b, int c = 5) => Get($"three {a} {b} {c}");

    private static string F(double a) => "double " + a;

    [Coroutine]
    private static string F(long a, params int[] more) => Get("long " + a + more.Length);

    [Coroutine]
    private static string Main()
    {
        return F(1) + F("a") + F(1, 2) + F(b: 3, a: 4) + F(1.5) + F(null!) + F('c');
    }
}
