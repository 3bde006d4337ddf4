// construct: boxing, `ToString` of structs, interface calls on structs
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        IComparable c = Get(5);
        object o = Get(DayOfWeek.Monday);
        IFormattable f = Get(1.5m);
        return c.CompareTo(Get(4)) + o.ToString() + f.ToString("F2", System.Globalization.CultureInfo.InvariantCulture) + Get(5).ToString("D3");
    }
}
