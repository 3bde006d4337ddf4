using System.IO.Compression;
using System.Text;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What the constructors of a <see cref="ZipArchive"/>, which read its directory, become in a coroutine.</summary>
public static class ZipArchivePatches
{
    /// <inheritdoc cref="ZipArchive(Stream)"/>
    /// <returns>The archive.</returns>
    public static Coroutine<ZipArchive> NewAsync(Stream stream) => NewAsync(stream, ZipArchiveMode.Read);

    /// <inheritdoc cref="ZipArchive(Stream, ZipArchiveMode)"/>
    /// <returns>The archive.</returns>
    public static Coroutine<ZipArchive> NewAsync(Stream stream, ZipArchiveMode mode) => NewAsync(stream, mode, leaveOpen: false);

    /// <inheritdoc cref="ZipArchive(Stream, ZipArchiveMode, bool)"/>
    /// <returns>The archive.</returns>
    public static Coroutine<ZipArchive> NewAsync(Stream stream, ZipArchiveMode mode, bool leaveOpen) => NewAsync(stream, mode, leaveOpen, null);

    /// <inheritdoc cref="ZipArchive(Stream, ZipArchiveMode, bool, Encoding)"/>
    /// <returns>The archive.</returns>
    public static async Coroutine<ZipArchive> NewAsync(Stream stream, ZipArchiveMode mode, bool leaveOpen, Encoding? entryNameEncoding) =>
        await Fair.Await(ZipArchive.CreateAsync(stream, mode, leaveOpen, entryNameEncoding, Co.Token));
}
