// construct: `[Coroutine(TwinName = "…")]`
// lowered to: a twin of that name
internal static partial class Program
{
    [Coroutine]
    private static int Main() => Read("a") + Read("b");

    [Coroutine(TwinName = "ReadInTurns")]
    private static int Read(string name)
    {
        Step(name);
        return name.Length;
    }
}
