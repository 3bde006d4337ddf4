// construct: a method without [Coroutine] that hides a tagged one
// lowered to: the call means the hiding method, and stays
// stays blocking: the hiding method
// diagnostic: CG1005
internal static partial class Program
{
    private partial class A
    {
        [Coroutine]
        public string F() => "A" + Step("A");
    }

    private class B : A
    {
        public new string F() => "B" + Step("B");
    }

    [Coroutine]
    private static string Main()
    {
        B b = new();
        return b./*!CG1005*/F() + ((A)b).F();
    }
}
