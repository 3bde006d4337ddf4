// construct: a patch that takes memory, of a UTF-8 literal, beside one that takes an array
// lowered to: an awaited call, with an array
internal class Wire
{
    public int Send(byte[] bytes) => Send(bytes.AsSpan());

    public int Send(ReadOnlySpan<byte> bytes)
    {
        Pause("send");
        return bytes.Length;
    }
}

internal static class WirePatches
{
    [Patch(typeof(Wire), nameof(Wire.Send))]
    public static Coroutine<int> SendAsync(Wire wire, byte[] bytes) => SendAsync(wire, bytes.AsMemory());

    [Patch(typeof(Wire), nameof(Wire.Send))]
    public static async Coroutine<int> SendAsync(Wire wire, ReadOnlyMemory<byte> bytes)
    {
        await PauseAsync("send");
        return bytes.Length;
    }
}

internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Wire wire = new();
        wire.Send("world\n"u8);
        return wire.Send("hello"u8) + wire.Send("hello"u8.Slice(1));
    }
}
