// construct: by-reference parameters of virtual, abstract and interface members, and of overrides
// lowered to: virtual and abstract twins that take `Ref<T>`, overrides and implementations of them
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Base a = new Middle();
        Base b = new Plain();
        Leaf c = new();
        string log = "";
        if (a.TryRead(1, out var x)) log += x;
        if (b.TryRead(2, out x)) log += x;
        if (c.TryTake(out string? y)) log += y;
        int n = 1;
        a.Change(ref n);
        b.Change(ref n);
        return log + n;
    }

    private interface IReader
    {
        bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? line);
    }

    private abstract partial class Base
    {
        [Coroutine]
        public virtual bool TryRead(int n, out string line)
        {
            line = "base" + Get(n);
            return true;
        }

        [Coroutine]
        public abstract void Change(ref int n);
    }

    private partial class Middle : Base
    {
        [Coroutine]
        public override bool TryRead(int n, out string line)
        {
            bool read = base.TryRead(n + 10, out line);
            line += "middle" + Get(n);
            return read;
        }

        [Coroutine]
        public override void Change(ref int n)
        {
            Pause("change");
            n += 5;
        }
    }

    private partial class Plain : Base
    {
        public override bool TryRead(int n, out string line)
        {
            line = "plain";
            return n > 0;
        }

        [Coroutine]
        public override void Change(ref int n)
        {
            Pause("plain");
            n *= 3;
        }
    }

    private sealed partial class Leaf : IReader
    {
        [Coroutine]
        public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? line)
        {
            line = Get("leaf");
            return line.Length > 0;
        }
    }
}
