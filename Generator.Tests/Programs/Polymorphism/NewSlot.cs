// construct: `new` and `new virtual` methods that hide those of the base
// lowered to: twins that hide the base's
internal static partial class Program
{
    private partial class A
    {
        [Coroutine]
        public virtual string F() => "A" + Step("A");
    }

    private partial class B : A
    {
        [Coroutine]
        public new virtual string F() => "B" + Step("B");
    }

    private partial class C : B
    {
        [Coroutine]
        public override string F() => "C" + base.F() + Step("C");
    }

    private partial class D : C
    {
        [Coroutine]
        public new string F() => "D" + Step("D");
    }

    [Coroutine]
    private static string Main()
    {
        D d = new();
        return d.F() + ((C)d).F() + ((B)d).F() + ((A)d).F();
    }
}
