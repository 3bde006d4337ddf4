// construct: what readers and writers of text have no asynchronous form of: `Peek`, `EndOfStream`, `Write` of numbers and formats
// lowered to: calls of `TextReaderPatches`, `StreamReaderPatches` and `TextWriterPatches`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        MemoryStream memory = new();
        StreamWriter writer = new(memory);
        writer.Write(1);
        writer.Write(true);
        writer.Write("{0}-{1}", 2, "b");
        writer.WriteLine(3.5m);
        writer.Write("{0}{1}{2}{3}", 4, "c", 5, "d");
        writer.WriteLine((object)"last");
        writer.Flush();
        memory.Position = 0;
        Pause("written");
        StreamReader reader = new(memory);
        string all = "";
        Log(reader.Peek());
        while (!reader.EndOfStream)
            all += (char)reader.Read();
        Log(reader.Peek());
        StringReader letters = new("xy");
        Log(letters.Peek() == letters.Read());
        return Get(all);
    }
}
