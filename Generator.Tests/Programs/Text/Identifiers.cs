// construct: unicode and `@keyword` identifiers
// lowered to: themselves; the twin of `@class` is `classAsync`
internal static partial class Program
{
    [Coroutine]
    private static int @class(int @int, int größe) => Get(@int) + größe;

    [Coroutine]
    private static int Größe<TÄ>(TÄ ä) where TÄ : struct => Get(ä).GetHashCode();

    [Coroutine]
    private static int @event() => Get(3);

    [Coroutine]
    private static int Main()
    {
        int @return = @class(größe: 1, @int: 2);
        int \u0061b = Größe(4);
        return @return + ab + @event();
    }
}
