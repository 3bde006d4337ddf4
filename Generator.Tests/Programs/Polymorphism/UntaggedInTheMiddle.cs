// construct: a tagged override above one without [Coroutine], above a tagged one, each of which calls `base`
// lowered to: `base` calls reach the twin of just that method; the untagged one stays
// stays blocking: the call of `base`, whose method is not tagged
// diagnostic: CG1005
internal static partial class Program
{
    private partial class A
    {
        [Coroutine]
        public virtual string Name() => "A" + Step("A");
    }

    private class B : A
    {
        public override string Name() => "B" + base.Name();
    }

    private partial class C : B
    {
        [Coroutine]
        public override string Name()
        {
            Pause("C");
            return "C" + base./*!CG1005*/Name();
        }
    }

    private partial class D : C
    {
        [Coroutine]
        public override string Name() => "D" + base.Name() + Step("D");
    }

    [Coroutine]
    private static string Call(A a) => a.Name();

    [Coroutine]
    private static string Main() => Call(new A()) + Call(new B()) + Call(new C()) + Call(new D());
}
