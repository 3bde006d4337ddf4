// construct: `stackalloc` that is alive across a blocking call
// lowered to: an array in a memory local
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Work(3) + Work(300);

    [Coroutine]
    private static int Work(int n)
    {
        Span<byte> buffer = n <= 256 ? stackalloc byte[n] : new byte[n];
        Span<int> numbers = stackalloc int[] { 1, 2, 3 };
        Span<int> more = stackalloc[] { 4, 5 };
        int got = Fill(buffer);
        numbers[0] += got;
        Pause("middle");
        more[1] = numbers[0];
        Span<byte> shortLived = stackalloc byte[2];
        shortLived[0] = 1;
        return more[1] + numbers[2] + buffer[1] + shortLived[0];
    }
}
