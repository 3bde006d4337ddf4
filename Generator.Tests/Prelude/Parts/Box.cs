using static CoGen.Generator.Tests.Prelude.Blocking;

namespace CoGen.Generator.Tests.Prelude.Parts;

/// <summary>An object that generated programs change, and that says so.</summary>
public sealed class Box(int first)
{
    private readonly int[] _items = [1, 2, 3];

    public int Field = first;

    public int Value { get; set; } = first;

    public string? Name => Value > 3 ? "box" : null;

    public int this[int i]
    {
        get
        {
            Log("get " + (i & 1));
            return _items[i & 1];
        }
        set
        {
            Log("set " + (i & 1));
            _items[i & 1] = value;
        }
    }

    public int Add(int n)
    {
        Log("add " + n);
        return Value = unchecked(Value + n);
    }

    public int Next(int n)
    {
        Value++;
        return unchecked(Value + n);
    }

    /// <summary>Blocks.</summary>
    public int Load(int n)
    {
        Pause("load " + n);
        return Value = unchecked(Value - n);
    }

    public async Coroutine<int> LoadAsync(int n)
    {
        await PauseAsync("load " + n);
        return Value = unchecked(Value - n);
    }

    /// <summary>Another box, or none; blocks.</summary>
    public Box? Seek(int n)
    {
        Pause("seek " + n);
        return (n & 1) == 0 ? null : new Box(n);
    }

    public async Coroutine<Box?> SeekAsync(int n)
    {
        await PauseAsync("seek " + n);
        return (n & 1) == 0 ? null : new Box(n);
    }
}
