// construct: a partial method, tagged at its declaration or its body
// lowered to: one twin
internal static partial class Program
{
    [Coroutine]
    private static partial int A(int n);

    private static partial int B(string s = "b");

    [Coroutine]
    private static int Main() => A(1) + B() + B("c");
}

internal static partial class Program
{
    private static partial int A(int n) => Get(n);

    [Coroutine]
    private static partial int B(string s) => Get(s.Length);
}
//=== file
internal static partial class Program
{
    private static int C() => 0;
}
