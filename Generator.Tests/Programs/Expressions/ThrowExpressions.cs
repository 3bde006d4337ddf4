// construct: `f() ?? throw g()`, `x ? f() : throw …`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        try { Log(Get<string?>("a", null) ?? throw new InvalidOperationException(Get("message"))); }
        catch (InvalidOperationException e) { Log(e.Message); }
        string Bad(int n) => n > 0 ? Get("good") : throw new ArgumentException(Get("bad"));
        Log(Bad(1));
        try { Bad(0); } catch (ArgumentException e) { Log(e.Message); }
        throw Get("last", new NotSupportedException("end"));
    }
}
