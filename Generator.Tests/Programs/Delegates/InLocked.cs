// construct: a local function, called from a lambda that stays as it is
// diagnostic: CG1004
// instead: call it where it is written
// stays blocking: the local function
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        int Read(int n) => /*!CG1004*/Get(n);
        new List<int> { 1 }.ForEach(n => Log(Read(n)));
        Log(Read(2));
        Pause("end");
    }
}
