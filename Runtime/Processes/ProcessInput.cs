using System.Text;

namespace CoGen;

/// <summary>What a child process is given to read: bytes, or a text as UTF-8. By default nothing, so that it reads the end at once.</summary>
/// <param name="bytes">The bytes.</param>
public readonly struct ProcessInput(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>A text, as UTF-8.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ProcessInput(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static implicit operator ProcessInput(byte[] bytes) => new(bytes);

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static implicit operator ProcessInput(ReadOnlyMemory<byte> bytes) => new(bytes);
}
