// construct: tagged overrides of ToString, Equals and GetHashCode
// lowered to: virtual twins of their own
internal static partial class Program
{
    private partial class Thing(string name)
    {
        [Coroutine]
        public override string ToString() => Get(name);

        [Coroutine]
        public override bool Equals(object? other) => other is Thing thing && thing.ToString() == ToString();

        [Coroutine]
        public override int GetHashCode() => Get("hash", name.Length);
    }

    private sealed partial class Sub() : Thing("sub")
    {
        [Coroutine]
        public override string ToString() => "<" + base.ToString() + ">";
    }

    [Coroutine]
    private static string Main()
    {
        Thing thing = new("a");
        return thing.ToString() + thing.Equals(new Sub()) + thing.GetHashCode() + ((Thing)new Sub()).ToString();
    }
}
