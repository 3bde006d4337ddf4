using System.Text;

namespace CoGen;

/// <summary>What a stream of events in the nettrace format says of stacks: its version 4, a row of blocks, each a tagged object with a name.</summary>
internal sealed class Nettrace
{
    private const byte BeginObject = 5;
    private const byte EndObject = 6;
    private const byte NoReference = 1;
    private const int TraceHeaderSize = 48;
    private const int MethodRundown = 144;

    /// <summary>By their number, which provider's event an event is.</summary>
    private readonly Dictionary<uint, (string Provider, int Id)> _kinds = [];
    private readonly Dictionary<uint, ulong[]> _stacks = [];
    private readonly List<(ulong Thread, uint Stack)> _samples = [];
    private readonly SortedList<ulong, (ulong End, string Name)> _methods = [];
    private int _position;

    private Nettrace()
    {
    }

    internal static Nettrace Read(Stream stream)
    {
        Nettrace trace = new();
        using MemoryStream all = new();
        stream.CopyTo(all);
        trace.ReadObjects(all.ToArray());
        return trace;
    }

    /// <summary>The methods of the stack that was sampled last of a thread, innermost first.</summary>
    internal List<string> LastStackOf(ulong thread)
    {
        List<string> names = [];
        (ulong _, uint stack) = _samples.FindLast(sample => sample.Thread == thread);
        if (!_stacks.TryGetValue(stack, out ulong[]? addresses)) return names;
        foreach (ulong address in addresses)
        {
            if (NameOf(address) is { } name) names.Add(name);
        }

        return names;
    }

    private string? NameOf(ulong address)
    {
        IList<ulong> starts = _methods.Keys;
        int low = 0;
        int high = starts.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (starts[middle] <= address) low = middle + 1;
            else high = middle - 1;
        }

        return high >= 0 && address < _methods.Values[high].End ? _methods.Values[high].Name : null;
    }

    private void ReadObjects(ReadOnlySpan<byte> data)
    {
        _position = 8 + sizeof(int) + 20; // "Nettrace", and the name of the serialization
        while (_position < data.Length && data[_position++] == BeginObject)
        {
            // The object's type: an object without one, with its version, the least of the reader's, and its name.
            _position += 2 + (2 * sizeof(int));
            int length = Int(data);
            string name = Encoding.UTF8.GetString(data.Slice(_position, length));
            _position += length + 1;
            if (name == "Trace")
            {
                _position += TraceHeaderSize;
            }
            else
            {
                int size = Int(data);
                _position = (_position + 3) & ~3;
                ReadBlock(name, data.Slice(_position, size));
                _position += size;
            }

            if (data[_position++] != EndObject) return;
        }
    }

    private int Int(ReadOnlySpan<byte> data)
    {
        int value = BitConverter.ToInt32(data[_position..]);
        _position += sizeof(int);
        return value;
    }

    private void ReadBlock(string name, ReadOnlySpan<byte> block)
    {
        if (name == "StackBlock") ReadStacks(block);
        else if (name is "EventBlock" or "MetadataBlock") ReadEvents(block, name == "MetadataBlock");
    }

    private void ReadStacks(ReadOnlySpan<byte> block)
    {
        uint id = BitConverter.ToUInt32(block);
        uint count = BitConverter.ToUInt32(block[4..]);
        block = block[8..];
        for (uint i = 0; i < count; i++)
        {
            int size = BitConverter.ToInt32(block);
            ulong[] addresses = new ulong[size / IntPtr.Size];
            for (int j = 0; j < addresses.Length; j++)
            {
                ReadOnlySpan<byte> at = block[(4 + (j * IntPtr.Size))..];
                addresses[j] = IntPtr.Size == 8 ? BitConverter.ToUInt64(at) : BitConverter.ToUInt32(at);
            }

            _stacks[id + i] = addresses;
            block = block[(4 + size)..];
        }
    }

    private void ReadEvents(ReadOnlySpan<byte> block, bool areKinds)
    {
        NettraceEvents events = new(block);
        while (events.MoveNext())
        {
            if (areKinds)
            {
                NettracePayload payload = new(events.Payload);
                _kinds[payload.UInt32()] = (payload.Text(), (int)payload.UInt32());
            }
            else if (_kinds.TryGetValue(events.Kind & 0x7FFFFFFF, out (string Provider, int Id) kind))
            {
                if (kind.Provider == StackSampler.Provider) _samples.Add((events.Thread, events.Stack));
                else if (kind.Id == MethodRundown) ReadMethod(new NettracePayload(events.Payload));
            }
        }
    }

    private void ReadMethod(NettracePayload payload)
    {
        payload.Skip(2 * sizeof(ulong)); // of the method and the module
        ulong start = payload.UInt64();
        uint size = payload.UInt32();
        payload.Skip(2 * sizeof(uint)); // token and flags
        _methods[start] = (start + size, $"{payload.Text()}.{payload.Text()}");
    }
}
