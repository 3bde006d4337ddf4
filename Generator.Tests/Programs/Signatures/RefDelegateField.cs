// construct: `ref` to fields of generic types, of a base type, of `this` inside lambdas
// lowered to: `Ref.To(this, static o => ref o._field)`; for a static field `Ref.To(static () => ref s_field)`
internal static partial class Program
{
    [Coroutine]
    private static string Main() => new Derived().Run();

    private class Base<T>
    {
        protected T? _value;
        protected static T? s_shared;
    }

    private sealed partial class Derived : Base<string>
    {
        private readonly Base<int[]> _unused = new();
        private int[] _cells = [1, 2];

        [Coroutine]
        public string Run()
        {
            Set(ref _value, "v");
            Set(ref s_shared, "s");
            Action action = () => Set(ref _value, _value + "!");
            action();
            Set(ref _cells[0], 7);
            Set(ref _cells, [.. _cells, 3]);
            return _value + s_shared + string.Join(',', _cells) + _unused.GetType().Name.Length;
        }
    }

    [Coroutine]
    private static void Set<T>(ref T? place, T value)
    {
        Pause("set");
        place = value;
    }
}
