// construct: `base.X()` in overrides, lambdas and local functions
// lowered to: `base.XAsync()`
internal static partial class Program
{
    private partial class Base
    {
        [Coroutine]
        public virtual int Read(int n) => n == 0 ? 0 : Get(n);

        [Coroutine]
        protected int Plain() => Step("plain");
    }

    private partial class Derived : Base
    {
        [Coroutine]
        public override int Read(int n)
        {
            int first = base.Read(n);
            Func<int> again = () => base.Read(n + 1);
            return first + again() + Local() + base.Plain();

            int Local() => base.Read(n + 2);
        }
    }

    [Coroutine]
    private static int Main() => ((Base)new Derived()).Read(1);
}
