namespace CoGen;

/// <summary>Whether turns are to be told of, see <see cref="Observation"/>. It stands alone because this class has nothing to initialize: the test costs next to nothing.</summary>
internal static class Watched
{
    internal static volatile bool Turns;
}
