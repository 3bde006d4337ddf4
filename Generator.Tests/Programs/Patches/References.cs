// construct: patches of members with `out`, `ref`, `in` and spans
// lowered to: `Ref<T>` and `Memory<T>`
internal class Wire
{
    public bool TryRead(int n, out string text)
    {
        Pause("try");
        text = "t" + n;
        return n > 0;
    }

    public void Grow(ref int size, in int by)
    {
        Pause("grow");
        size += by;
    }

    public int Load(Span<byte> buffer) => Fill(buffer);

    public int Check(ReadOnlySpan<byte> buffer) => Sum(buffer);
}

internal static class WirePatches
{
    [Patch(typeof(Wire), nameof(Wire.TryRead))]
    public static async Coroutine<bool> TryReadAsync(Wire wire, int n, Ref<string> text)
    {
        await PauseAsync("try");
        text.Value = "t" + n;
        return n > 0;
    }

    [Patch(typeof(Wire), nameof(Wire.Grow))]
    public static async Coroutine GrowAsync(Wire wire, Ref<int> size, int by)
    {
        await PauseAsync("grow");
        size.Value += by;
    }

    [Patch(typeof(Wire), nameof(Wire.Load))]
    public static Coroutine<int> LoadAsync(Wire wire, Memory<byte> buffer) => FillAsync(buffer);

    [Patch(typeof(Wire), nameof(Wire.Check))]
    public static Coroutine<int> CheckAsync(Wire wire, ReadOnlyMemory<byte> buffer) => SumAsync(buffer);
}

internal static partial class Program
{
    private static int s_size = 1;

    [Coroutine]
    private static void Main()
    {
        s_size = 1;
        Wire wire = new();
        if (wire.TryRead(Get(1), out string text))
            Log(text);
        Log(wire.TryRead(0, out _));
        int size = 4;
        wire.Grow(ref size, in s_size);
        wire.Grow(ref s_size, 5);
        Log(size + s_size);
        byte[] bytes = new byte[4];
        Log(wire.Load(bytes) + wire.Check(bytes.AsSpan(1)));
        Span<byte> local = stackalloc byte[3];
        wire.Load(local);
        Log(wire.Check(local));
    }
}
