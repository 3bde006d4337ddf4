// construct: names that clash: a local `Ref`, a parameter `@ref`, a local with two underscores
// lowered to: `Ref<int>`, qualified where `Ref` means something else
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int Ref = 1;
        Bump(ref Ref);
        return Take(5) + Ref + new Other().Go(1);
    }

    [Coroutine]
    private static int Take(int @ref)
    {
        int __ref = 1;
        Bump(ref @ref);
        Bump(ref __ref);
        return @ref + __ref;
    }

    private sealed partial class Other
    {
        private int Ref() => 3;

        [Coroutine]
        public int Go(int @class)
        {
            Bump(ref @class);
            return @class + Ref();
        }
    }

    [Coroutine]
    private static void Bump(ref int value)
    {
        Pause("bump");
        value += nameof(value).Length;
    }
}
