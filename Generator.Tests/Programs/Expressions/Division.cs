// construct: division by zero, invalid casts, failing unboxing
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        try { Log(Get(1) / Get(0)); } catch (DivideByZeroException e) { Log(e.Message); }
        try { Log((string)Get<object>("o", 5)); } catch (InvalidCastException) { Log("cast"); }
        try { Log((int)Get<object>("o", 5L)); } catch (InvalidCastException) { Log("unbox"); }
        try { Log(Get<int?>("n", null)!.Value); } catch (InvalidOperationException) { Log("no value"); }
    }
}
