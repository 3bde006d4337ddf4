// construct: tagged local functions of several methods, whose names would come to the same: `C` in `A_B`, and `B_C` in `A`
// lowered to: twins beside the methods, with names that say which part is the method's
internal static partial class Program
{
    [Coroutine]
    private static string Main() => A_B() + Get("-") + A();

    [Coroutine]
    private static string A_B()
    {
        return Co.Spawn(C).Result + C();

        [Coroutine]
        static string C()
        {
            Thread.Sleep(1);
            return "c";
        }
    }

    [Coroutine]
    private static string A()
    {
        return Co.Spawn(B_C).Result + B_C();

        [Coroutine]
        static string B_C()
        {
            Thread.Sleep(1);
            return "bc";
        }
    }
}
