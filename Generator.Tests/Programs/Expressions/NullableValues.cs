// construct: lifted operators and conversions of `int?`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int? none = null;
        int? sum = Get(1) + none;
        int? other = Get(2) + Get<int?>("three", 3);
        bool? both = Get<bool?>("null", null) & Get(false);
        int? chosen = Get(true) ? Get(4) : null;
        long wide = Get(5);
        double half = Get(6) / 4.0;
        return $"{sum} {other} {both} {chosen} {wide} {half} {Get<int?>("seven", 7).GetValueOrDefault()} {none > Get(1)}";
    }
}
