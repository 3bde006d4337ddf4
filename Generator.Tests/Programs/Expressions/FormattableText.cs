// construct: `FormattableString f = $"{g()}"`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        FormattableString text = $"{Get(1)} and {Get("b"),4}";
        IFormattable other = $"{Get(2):000}";
        return text.Format + text.ArgumentCount + text.ToString(System.Globalization.CultureInfo.InvariantCulture) + other.ToString(null, null);
    }
}
