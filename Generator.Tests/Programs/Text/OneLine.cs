// construct: several methods and types on one line
// lowered to: a twin for each
internal static partial class Program { [Coroutine] private static int A() => Get(1); [Coroutine] private static int B() { return A() + Get(2); } partial class Inner { [Coroutine] public int C() { Pause("c"); return B(); } } [Coroutine] private static int Main() { return A() + B() + new Inner().C(); } }
