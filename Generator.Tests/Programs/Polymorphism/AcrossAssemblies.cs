// construct: overrides, interfaces and `base` across assemblies
// lowered to: overrides of the twins of the other assembly
// stays blocking: the override that does not opt in
internal static partial class Program
{
    private sealed partial class Mine : Lib
    {
        [Coroutine]
        public override string Read(int n) => "mine" + Get(n) + base.Read(n + 1) + Guarded(n);

        [Coroutine]
        protected override string Guarded(int n) => "g" + Get(n * 10) + base.Guarded(n);

        [Coroutine]
        public string Both(ILib other) => other.Do("x") + Do("y");
    }

    private sealed class Plain : Lib
    {
        public override string Read(int n) => "plain" + Get(n);
    }

    private sealed partial class Doer : ILib
    {
        [Coroutine]
        string ILib.Do(string text) => Get(text + "!");
    }

    [Coroutine]
    private static string Main() => Lib.Call(new Lib()) + Lib.Call(new Mine()) + Lib.Call(new Plain()) + new Mine().Both(new Doer());
}
//=== library
public partial interface ILib
{
    [Coroutine]
    string Do(string text);
}

public partial class Lib : ILib
{
    [Coroutine]
    public virtual string Read(int n) => "lib" + Get(n);

    [Coroutine]
    protected internal virtual string Guarded(int n) => "lg" + Get(n);

    [Coroutine]
    public string Do(string text) => Get(text);

    [Coroutine]
    public static string Call(Lib lib) => lib.Read(1) + ((ILib)lib).Do("z");
}
