// construct: casts, `as`, `checked`, `unchecked`, unary operators, `!`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static long Main()
    {
        byte small = unchecked((byte)Get(300));
        long negated = -(long)Get(small) + ~Get(1);
        string? text = Get<object>("text") as string;
        Log(Get<string?>("x")!.Length + text!.Length);
        return checked((int)negated * Get(int.MaxValue));
    }
}
