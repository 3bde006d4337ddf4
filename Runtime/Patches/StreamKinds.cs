namespace CoGen.Patches;

/// <summary>What is known of streams.</summary>
internal static class StreamKinds
{
    /// <summary>Whether a stream only moves bytes in memory: its calls never wait.</summary>
    internal static bool IsInMemory(Stream stream) => stream is MemoryStream or UnmanagedMemoryStream || stream == Stream.Null;
}
