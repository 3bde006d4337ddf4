// construct: a sealed override, and an override in a sealed class
// lowered to: sealed override; override
internal static partial class Program
{
    private abstract partial class A
    {
        [Coroutine]
        public abstract int F();
    }

    private partial class B : A
    {
        [Coroutine]
        public sealed override int F() => Step("B");
    }

    private sealed partial class C : B
    {
        [Coroutine]
        public int G() => F() + base.F();
    }

    [Coroutine]
    private static int Main() => new C().G() + ((A)new B()).F();
}
