namespace CoGen;

/// <summary>The events of a block. Each says only what is different from the one before it.</summary>
internal ref struct NettraceEvents
{
    private readonly bool _isCompressed;
    private ReadOnlySpan<byte> _rest;
    private int _size;

    internal NettraceEvents(ReadOnlySpan<byte> block)
    {
        _rest = block[BitConverter.ToUInt16(block)..];
        _isCompressed = (block[2] & 1) != 0;
    }

    internal uint Kind { get; private set; }

    internal ulong Thread { get; private set; }

    internal uint Stack { get; private set; }

    internal ReadOnlySpan<byte> Payload { get; private set; }

    internal bool MoveNext()
    {
        if (_rest.IsEmpty || !_isCompressed) return false;

        byte flags = _rest[0];
        _rest = _rest[1..];
        if ((flags & 1) != 0) Kind = (uint)Number();
        if ((flags & 2) != 0)
        {
            Number(); // by how much the sequence goes on
            Number(); // who has written it
            Number(); // on which processor
        }

        if ((flags & 4) != 0) Thread = Number();
        if ((flags & 8) != 0) Stack = (uint)Number();
        Number(); // the time since the last one
        if ((flags & 16) != 0) _rest = _rest[16..];
        if ((flags & 32) != 0) _rest = _rest[16..];
        if ((flags & 128) != 0) _size = (int)Number();
        Payload = _rest[.._size];
        _rest = _rest[_size..];
        return true;
    }

    /// <summary>Seven bits in each byte, the least first; the eighth says whether there are more.</summary>
    private ulong Number()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if ((next & 0x80) == 0) return value;
        }
    }
}

/// <summary>Reads the fields of an event.</summary>
internal ref struct NettracePayload(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    internal void Skip(int count) => _rest = _rest[count..];

    internal uint UInt32()
    {
        uint value = BitConverter.ToUInt32(_rest);
        Skip(sizeof(uint));
        return value;
    }

    internal ulong UInt64()
    {
        ulong value = BitConverter.ToUInt64(_rest);
        Skip(sizeof(ulong));
        return value;
    }

    /// <summary>Up to the zero that ends it.</summary>
    internal string Text()
    {
        ReadOnlySpan<char> chars = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(_rest);
        int length = chars.IndexOf('\0');
        string text = chars[..length].ToString();
        Skip((length + 1) * sizeof(char));
        return text;
    }
}
