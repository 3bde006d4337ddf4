// construct: a method that assigns to its params span
// diagnostic: CG1021
// instead: a local that holds the rest
// stays blocking: the method: its twin calls the original
internal static partial class Program
{
    [Coroutine]
    private static string Main() => Get("begin") + Later("a", "b") + Get("end");

    [Coroutine]
    private static string Later(params ReadOnlySpan<string> words)
    {
        string all = "";
        while (words.Length > 0)
        {
            all += words[0];
            Pause(words[0]);
            /*!CG1021*/words = words.Slice(1);
        }

        return all;
    }
}
