namespace CoGen.Sample;

/// <summary>How fast the Sample's world turns: 1 as written, 10 with <c>--fast</c>.</summary>
internal static class Pace
{
    public static int Divisor { get; set; } = 1;

    /// <summary>A second of the experiment, in milliseconds.</summary>
    public static int Second => 1000 / Divisor;
}
