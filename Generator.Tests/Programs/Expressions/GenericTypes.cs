// construct: static members of generic types, inferred type arguments
// lowered to: awaits in place
internal static partial class Program
{
    private sealed partial class Box<T>(T value)
    {
        public T Value => value;

        public static Box<T> Make(T value) => new(value);

        [Coroutine]
        public static string Twin<TOther>(T one, TOther other) => Get($"{one}{other}{typeof(T).Name}");
    }

    [Coroutine]
    private static (T, TOther) Pair<T, TOther>(T one, TOther other) => (Get(one), Get(other));

    [Coroutine]
    private static string Main()
    {
        return Box<int>.Make(Get(1)).Value + Box<string>.Make(Get("a")).Value + Pair(Get(2), Get("b")) + Box<int>.Twin<string>(Get(3), Get("c"));
    }
}
