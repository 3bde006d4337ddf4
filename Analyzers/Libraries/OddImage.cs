namespace CoGen.Analyzers.Libraries;

/// <summary>
/// What the reader of metadata throws at what no compiler writes: tools that hide the meaning of code leave tables that do not hold, and bytes in bodies that are never run. Nothing
/// is believed of such a method.
/// </summary>
internal static class OddImage
{
    public static bool Is(Exception thrown) => thrown is BadImageFormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException;
}
