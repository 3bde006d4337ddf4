// construct: a virtual method with nothing to wait for, called by way of `base` from one that waits
// lowered to: the base's twin repeats its body, for a call of the original would come back to the override
internal static partial class Program
{
    private partial class Base
    {
        [Coroutine]
        public virtual int Count(int n)
        {
            Log("base " + n);
            return n + 1;
        }
    }

    private partial class Derived : Base
    {
        [Coroutine]
        public override int Count(int n)
        {
            Pause("derived");
            Pause("again");
            return base.Count(n) + base.Count(n * 2);
        }
    }

    [Coroutine]
    private static int Main() => new Derived().Count(5) + new Base().Count(1);
}
