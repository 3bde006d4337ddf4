// construct: what may be given for a span: arrays, slices, strings, collection expressions, UTF-8 literals, `default`, memory
// lowered to: `ReadOnlyMemory<T>` of the same elements: the array, the memory whose span it is, the string, an array for `stackalloc`
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        byte[]? none = null;
        Memory<byte> memory = new byte[] { 6, 7 };
        string? text = Get("t") == "t" ? null : "";
        return string.Join(' ', Count([1, 2, 3]), Count("abc"u8), Count(default), Count(none), Count(memory.Span), Count(new byte[2]),
            Count(stackalloc byte[4]), Count(new ReadOnlySpan<byte>(memory.ToArray(), 1, 1)), Count(ReadOnlySpan<byte>.Empty), Length("x" + 1), Length(text), Length(text ?? "four"), Length($"{memory.Length}"));
    }

    [Coroutine]
    private static int Count(ReadOnlySpan<byte> bytes) => Get(bytes.Length);

    [Coroutine]
    private static int Length(ReadOnlySpan<char> text) => Get(text.Length);
}
