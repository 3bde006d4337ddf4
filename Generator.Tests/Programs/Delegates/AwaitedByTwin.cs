// construct: a lambda given to a method whose twin takes an async delegate
// lowered to: an async lambda
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Log(Call(() => Get(5)));
        Log(Call(() => 6));
        Log(Call(() =>
        {
            Pause("in");
            return "block";
        }));
        Log(Call(delegate { return Get(7); }));
        Each(new[] { 1, 2 }, n => Log(Get(n)));
        Each(new[] { 1, 2 }, static n => Pause("p" + n));
        Each(new[] { "a" }, delegate(string s) { Pause(s); });
        Each(["x"], _ => Pause("y"));
        string captured = "c";
        Each(new[] { 1 }, n =>
        {
            captured += Get(n);
            Each(new[] { 5 }, m => captured += Get(n + m));
        });
        Log(captured);
    }
}
