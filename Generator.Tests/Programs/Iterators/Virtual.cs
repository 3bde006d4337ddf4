// construct: virtual and overriding iterators, and an override that is none
// lowered to: a virtual twin, which asks if it is bypassed
internal static partial class Program
{
    private partial class Numbers
    {
        [Coroutine]
        public virtual IEnumerable<int> All()
        {
            yield return Get(1);
            yield return Get(2);
        }
    }

    private sealed partial class More : Numbers
    {
        [Coroutine]
        public override IEnumerable<int> All()
        {
            yield return Get(0);
            foreach (int n in base.All()) yield return n;
        }
    }

    private sealed class Untagged : Numbers
    {
        public override IEnumerable<int> All()
        {
            yield return 7;
        }
    }

    [Coroutine]
    private static void Print(Numbers numbers)
    {
        foreach (int n in numbers.All()) Log(n);
    }

    [Coroutine]
    private static void Main()
    {
        Print(new Numbers());
        Print(new More());
        Print(new Untagged());
    }
}
