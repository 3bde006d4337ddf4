// construct: `t?.f()`, where `t` is of a type parameter
// lowered to: a variable that may be a struct is tested and used itself
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        return Read(new Reader()) + Class(new Reader()) + (Class<Reader>(null) ?? "none") + Read<Reader>(null);
    }

    [Coroutine]
    private static string? Read<T>(T? item)
        where T : IReader
    {
        return item?.Text();
    }

    [Coroutine]
    private static string? Class<T>(T? item)
        where T : class, IReader => item?.Text();
}

public interface IReader
{
    string Text();

    Coroutine<string> TextAsync();
}

public sealed class Reader : IReader
{
    public string Text() => Get("text");

    public Coroutine<string> TextAsync() => GetAsync("text");
}
