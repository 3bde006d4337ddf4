using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Machine;

/// <summary>Files and folders: the calls without an asynchronous form run on worker threads.</summary>
public sealed partial class FileTests
{
    [Fact]
    public void Two_hundred_fibers_write_copy_move_and_read_files()
    {
        using TemporaryFolder folder = new();
        string[] texts = new string[Crowd.Size];

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(WriteCopyMoveAndRead, folder[$"{i}"], i, texts)));

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => $"1 file: text {i}"), texts);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Coroutine]
    private static void WriteCopyMoveAndRead(string folder, int i, string[] texts)
    {
        Directory.CreateDirectory(folder);
        string first = Path.Combine(folder, "first"), second = Path.Combine(folder, "second");
        using (FileStream stream = new(first, FileMode.CreateNew))
        using (StreamWriter writer = new(stream))
            writer.Write($"text {i}");
        File.Copy(first, second);
        File.Delete(first);
        File.Move(second, first, overwrite: true);
        texts[i] = $"{Directory.GetFiles(folder).Length} file: {File.ReadAllText(first)}";
        Directory.Delete(folder, recursive: true);
    }
}
