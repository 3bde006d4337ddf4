// construct: local delegates of the user's own delegate types, generic ones too
// lowered to: locals of type `Func<…, Coroutine<T>>`
internal static partial class Program
{
    private delegate int Reader(Source source, int times);

    private delegate void Teller(string text, params object[] more);

    private delegate TResult? Maker<in T, out TResult>(T value) where TResult : class;

    private delegate bool Test();

    [Coroutine]
    private static string Join<T>(List<T> items)
    {
        Maker<T, string> show = item => Get(item)?.ToString();
        string all = "";
        foreach (T item in items) all += show(item);
        return all;
    }

    [Coroutine]
    private static string Main()
    {
        Source source = new();
        Reader read = (s, times) =>
        {
            int sum = 0;
            for (int i = 0; i < times; i++) sum += s.Read();
            return sum;
        };
        Log(read(source, 2));
        read = static (Source s, int _) => s.Read();
        Log(read.Invoke(source, 9));
        Teller tell = (text, more) => Pause(text + more.Length);
        tell("none", []);
        tell("two", new object[] { 1, 2 });
        Maker<(int Left, int Right), string> make = pair => pair.Left > Get(0) ? "more" : null;
        Log(make((1, 2)) ?? "null");
        Test test = () => false;
        if (!test()) test = () => Get(true);
        Log(test());
        return Join([1, 2]) + Join(new List<string?> { null, "a" });
    }
}
