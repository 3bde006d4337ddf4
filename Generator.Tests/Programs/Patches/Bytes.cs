// construct: single bytes, binary readers and writers, over a stream that blocks
// lowered to: calls of `StreamPatches`, `BinaryReaderPatches` and `BinaryWriterPatches`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        MemoryStream memory = new();
        BinaryWriter writer = new(memory);
        writer.Write(7);
        writer.Write("text");
        writer.Write(true);
        writer.Write((byte)3);
        writer.Write(2.5);
        writer.Flush();
        memory.WriteByte(9);
        memory.Position = 0;
        Pause("written");
        BinaryReader reader = new(memory);
        string all = $"{reader.ReadInt32()} {reader.ReadString()} {reader.ReadBoolean()} {reader.ReadByte()} {reader.ReadDouble()}";
        Log(memory.ReadByte());
        Log(memory.ReadByte());
        try
        {
            reader.ReadInt16();
        }
        catch (EndOfStreamException)
        {
            Log("end");
        }

        return Get(all);
    }
}
