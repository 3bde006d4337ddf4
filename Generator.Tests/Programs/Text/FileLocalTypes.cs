// construct: a body that names a type that is local to its file
// diagnostic: CG1021
// stays blocking: the whole body: the twin calls the original, for it could not name the type
// instead: make the type `private`, nested in the class
internal static partial class Program
{
    [Coroutine]
    private static int Work() => Get(new /*!CG1021*/Local().Value);

    [Coroutine]
    private static int Main()
    {
        Pause("main");
        return Work();
    }
}

file sealed class Local
{
    public int Value => 1;
}
