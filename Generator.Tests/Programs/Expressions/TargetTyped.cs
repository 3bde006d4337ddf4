// construct: target-typed `new`, conditionals, `default`, lambdas beside blocking calls
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source s = new(Get("s"));
        List<int> list = new(Get(4)) { Get(1) };
        long n = Get(true) ? Get(1) : default;
        (int A, long B) t = (Get(1), Get(2));
        object o = Get(false) ? 1 : "text";
        return $"{s.Name} {list.Capacity} {n} {t} {o}";
    }
}
