// construct: files and directories: made, opened by a constructor, copied, listed, deleted
// lowered to: `await Offload.RunAsync(…)`: the call runs on a worker thread
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string folder = Path.Combine(Path.GetTempPath(), "cogen-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            string a = Path.Combine(folder, "a"), b = Path.Combine(folder, "b");
            using (FileStream stream = new FileStream(a, FileMode.Create))
            {
                stream.WriteByte(65);
                stream.Write([66, 67], 0, 2);
            }

            Pause("written");
            File.Copy(a, b);
            File.Move(b, b + "2", overwrite: true);
            using (StreamReader reader = new StreamReader(b + "2"))
                Log(reader.ReadToEnd());
            Log(string.Join(" ", Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order()));
            try
            {
                File.Copy(b, a);
            }
            catch (FileNotFoundException)
            {
                Log("missing");
            }

            File.Delete(a);
            return Get(Directory.GetFiles(folder).Length.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
