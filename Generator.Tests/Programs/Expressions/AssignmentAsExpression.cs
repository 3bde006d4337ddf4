// construct: `while ((n = f()) > 0)`, `a = b = f()`, `if ((x = f()) is …)`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source s = new("s");
        int n, sum = 0;
        while ((n = s.Read()) < 4) sum += n;
        string? line;
        Source t = new("t");
        while ((line = t.ReadLine()) != null) Log(line);
        int a, b;
        a = b = Get(5);
        int[] c = new int[2];
        c[0] = c[1] = a += b -= Get(1);
        return $"{sum} {a} {b} {c[0]} {c[1]}";
    }
}
