// construct: `File.ReadLines` in `foreach` and in a chain of LINQ
// lowered to: `File.ReadLinesAsync` with the fiber's token; what is done with a line stays in the fiber's turn
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "one\ntwo\nthree\nfour\n");
        try
        {
            foreach (string line in File.ReadLines(path))
            {
                Log(Get(line));
                if (line == "two") break;
            }

            Log(File.ReadLines(path).Where(line => line.Length > 3).Select(line => Get(line)).ToList());
            Log(string.Join(',', File.ReadLines(path).Skip(1)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
