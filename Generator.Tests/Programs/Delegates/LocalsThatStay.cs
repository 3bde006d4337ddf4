// construct: local delegates that cannot become async: combined by `+=`, with parameters by reference, handed on, or holding what is no coroutine
// diagnostic: CG1003, CG1004
// instead: call the functions one after the other; return a value in place of `ref` and `out`; call the method by its name
// stays blocking: what they hold
internal static partial class Program
{
    private delegate bool Try(string text, out int number);

    private delegate void Change(ref int number);

    private delegate int Sum(int left, int right = 2);

    [Coroutine]
    private static void Tagged() => Pause("tagged");

    [Coroutine]
    private static void Main()
    {
        Action both = () => /*!CG1004*/Pause("one");
        both += () => /*!CG1004*/Pause("two");
        both += /*!CG1003*/Tagged;
        both();
        Try parse = (string text, out int number) => int.TryParse(/*!CG1004*/Get(text), out number);
        Log(parse("12", out int parsed));
        Change change = (ref int number) => number += /*!CG1004*/Get(1);
        change(ref parsed);
        Log(parsed);
        Sum sum = (left, right) => left + /*!CG1004*/Get(right);
        Log(sum(1));
        Func<int, int> get = /*!CG1003*/Get;
        Log(get(3));
        Func<int> read = () => /*!CG1004*/Get(4);
        Func<int> other = read;
        Log(other());
        Pause("end");
    }
}
