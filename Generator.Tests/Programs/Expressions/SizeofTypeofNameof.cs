// construct: `typeof`, `nameof`, `sizeof`, `default` are left alone
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Pause("one");
        Pause("two");
        string s = nameof(Get) + nameof(Fetch) + typeof(Source).Name + sizeof(int) + default(int);
        return s + Get(1);
    }
}
