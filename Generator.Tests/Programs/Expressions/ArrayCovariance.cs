// construct: `a[i] = f()`, where the array is of a derived type
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        object[] a = new string[1];
        try { a[0] = Get<object>("five", 5); } catch (ArrayTypeMismatchException) { Log("mismatch"); }
        a[0] = Get<object>("text", "text");
        return (string)a[0];
    }
}
