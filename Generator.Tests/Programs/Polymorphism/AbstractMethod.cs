// construct: an abstract method, its override and the override of that
// lowered to: a virtual twin that calls the original where nothing overrides it; overrides of it
internal static partial class Program
{
    private abstract partial class Shape
    {
        [Coroutine]
        public abstract int Area();
    }

    private partial class Square(int side) : Shape
    {
        [Coroutine]
        public override int Area() => Get(side) * side;
    }

    private sealed partial class Big : Square
    {
        public Big() : base(10) { }

        [Coroutine]
        public override int Area()
        {
            Pause("big");
            return base.Area() + 1;
        }
    }

    [Coroutine]
    private static int Sum(Shape a, Shape b) => a.Area() + b.Area();

    [Coroutine]
    private static int Main() => Sum(new Square(3), new Big());
}
