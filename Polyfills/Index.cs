namespace System;

/// <summary>A place in a list, counted from its start or from its end: <c>[^1]</c>.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
