// construct: `nameof`, `typeof`, `default`
// lowered to: themselves
internal static partial class Program
{
    [Coroutine]
    private static string Main() => Get(nameof(Step)) + nameof(Source.Read) + typeof(Source).Name + Get(default(int));
}
