// construct: a derived type with a hand-written `FooAsync` below a tagged `Foo`, and a property `Value` whose `GetValueAsync()` is inherited
// lowered to: the twins are called `FooCoroutine` and `GetValueCoroutine`
internal partial class Reader
{
    [Coroutine]
    public virtual int ReadContent(int n) => Get(n);

    internal string GetValueAsync() => "no twin";
}

internal sealed partial class Special : Reader
{
    public string ReadContentAsync(int n) => "not of the base " + n;

    [Coroutine]
    public int Value => Get("value", 7);
}

internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Special special = new();
        Reader reader = special;
        return reader.ReadContent(1) + special.ReadContent(2) + special.ReadContentAsync(3) + special.Value + special.GetValueAsync();
    }
}
