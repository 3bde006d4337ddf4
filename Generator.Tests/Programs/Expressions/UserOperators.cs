// construct: user-defined operators, `true` and `false`, conversions
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Num a = Get("a", new Num(1)) + Get("b", new Num(2));
        Num c = a * Get(3);
        c += Get("c", new Num(4));
        c++;
        long l = (long)Get("d", c) + Get("e", c);
        if (Get("f", new Num(0)) && Get("never", a)) Log("never");
        return l + ":" + c.N;
    }
}

public readonly struct Num(int n)
{
    public int N => n;
    public static Num operator +(Num a, Num b) { Log("+"); return new(a.N + b.N); }
    public static Num operator *(Num a, int b) { Log("*"); return new(a.N * b); }
    public static Num operator ++(Num a) => new(a.N + 1);
    public static Num operator &(Num a, Num b) => new(a.N & b.N);
    public static bool operator true(Num a) => a.N != 0;
    public static bool operator false(Num a) => a.N == 0;
    public static implicit operator long(Num a) { Log("conversion"); return a.N; }
}
