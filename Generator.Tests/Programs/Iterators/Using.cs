// construct: `using` in an iterator
// lowered to: the same; leaving early disposes
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<string> Lines(string name)
    {
        using Source source = new Source().Open(name);
        using (Source other = source.Open("inner"))
        {
            while (other.ReadLine() is { } line) yield return line;
        }

        yield return source.Name;
    }

    [Coroutine]
    private static void Main()
    {
        foreach (string line in Lines("all")) Log(line);
        foreach (string line in Lines("first"))
        {
            Log(line);
            break;
        }
    }
}
