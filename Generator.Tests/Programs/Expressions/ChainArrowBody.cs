// construct: `=> a?.f();` as the body of a method
// lowered to: a block with an `if`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Write(new("some"));
        Write(null);
        Discard(new("other"));
    }

    [Coroutine]
    private static void Write(Source? source) => source?.Write(1);

    [Coroutine]
    private static void Discard(Source? source) =>
        source?.Read();
}
