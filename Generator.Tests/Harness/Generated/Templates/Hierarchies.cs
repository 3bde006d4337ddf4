namespace CoGen.Generator.Tests.Harness.Generated.Templates;

/// <summary>Types that derive from each other.</summary>
internal static class Hierarchies
{
    public const string Shapes = """
        private static Shape Shaped(int n) => (n & 3) switch { 0 => new Dot(n), 1 => new Circle(n), 2 => new Bare(n), _ => new Bare(1) };

        private abstract partial class Shape(int size)
        {
            protected int Size { get; set; } = size;

            [Coroutine] public virtual int Level
            {
                get
                {
                    int a = Size;
                    {code:return 0;}
                    return a;
                }
                set => Size = Get(value);
            }

            [Coroutine] public abstract int Edge(int a);

            [Coroutine] public virtual int Area(int a)
            {
                {code:return 0;}
                return unchecked(a + Size);
            }
        }

        private partial class Circle(int size) : Shape(size)
        {
            [Coroutine] public override int Edge(int a) => Get(Size);

            [Coroutine] public override int Area(int a)
            {
                {code:return base.Area(1);}
                return unchecked(Edge(a) + base.Area(a));
            }
        }

        private sealed partial class Dot(int size) : Circle(size)
        {
            [Coroutine] public override int Level { get => unchecked(base.Level + Get(1)); set => base.Level = value; }

            public override int Area(int a)
            {
                {code:return 3;}
                return base.Area(a);
            }
        }

        private sealed partial class Bare(int size) : Shape(size)
        {
            public override int Edge(int a) => Get("edge", a);

            [Coroutine] public override int Area(int a)
            {
                {code:return 4;}
                return Size;
            }
        }
        """;

    public const string Runners = """
        private static IRun Running(int n) => (n & 3) switch { 0 => new Runner(n), 1 => new RunCell(n), 2 => new Still(), _ => new Runner(1) };

        private partial interface IRun
        {
            [Coroutine] int Run(int a);

            [Coroutine] int RunTwice(int a)
            {
                {code:return 0;}
                return unchecked(Run(a) + Run(1));
            }
        }

        private partial class Runner(int size) : IRun
        {
            [Coroutine] public int Run(int a)
            {
                {code:return 0;}
                return unchecked(a + size);
            }
        }

        private partial struct RunCell(int size) : IRun
        {
            private int _size = size;

            [Coroutine] int IRun.Run(int a)
            {
                {code:return 0;}
                return unchecked(a + _size);
            }
        }

        private sealed class Still : IRun
        {
            public int Run(int a) => Get(a);

            public int RunTwice(int a)
            {
                {code:return 0;}
                return a;
            }
        }
        """;
}
