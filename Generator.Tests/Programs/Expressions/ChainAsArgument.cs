// construct: chains as arguments
// lowered to: a conditional in parentheses
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source? some = new("some");
        Source? none = null;
        Log($"{some?.Read()}|{none?.Read()}|{some?.ReadLine(),8}");
        return string.Join(",", some?.Read(), none?.Read(), Get(9));
    }
}
