// construct: `-f()`, `(T)f()`, `!f()`, `f() is T`, `f() as T`, `f() switch`, `f()[i]`, `f()(x)`, `f().P`, `f()!`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int a = -Get(1) + +Get(2) - ~Get(3);
        bool b = !Get(false) && Get<object>("o", "s") is string { Length: 1 } && !(Get<object>("o", 1) is string);
        string? c = Get<object>("o", "s") as string;
        int d = Get("xs", new[] { 1, 2, 3 })[Get(1)];
        int e = Get("f", (Func<int, int>)(n => n * 2))(Get(4));
        int f = (int)Get(5L) + (int)(long)Get(6) + ((byte)Get(7)).CompareTo(Get((byte)7));
        string g = Get(8) switch { > 5 and < 9 => "in", _ => "out" };
        int h = Get<string?>("s")!.Length + (Get("t")).Length + Get("u").ToUpperInvariant().Length;
        (int, int) i = (Get(1), Get(2));
        return $"{a}{b}{c}{d}{e}{f}{g}{h}{i}{Get(9):D3}{Get("z"),4}";
    }
}
